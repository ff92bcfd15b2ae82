import { defineReader, type Reader } from '../../core/reader.ts'

export const npz: Reader = defineReader({
  name: 'npz',
  summary: 'an .npz archive of NumPy: arrays by name, one example a row',
  recognizes: (name, head) => /\.npz$/i.test(name) || isZip(head),
  async read({ name, path }, asked, files) {
    // Loaded when it reads: checking a pipeline asks only what can be read.
    const [{ arranged }, { openNpz }] = await Promise.all([import('../arranged.ts'), import('../npz.ts')])
    return arranged(openNpz(await files.read(path), name), asked, name)
  },
})

/** The first bytes of a ZIP archive, with files in it or without any. */
function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6))
}
