import { defineReader, type Reader } from '../../core/reader.ts'
import { arranged } from '../arranged.ts'
import { openNpz } from '../npz.ts'

export const npz: Reader = defineReader({
  name: 'npz',
  summary: 'an .npz archive of NumPy: arrays by name, one example a row',
  recognizes: (name, head) => /\.npz$/i.test(name) || isZip(head),
  read: async ({ name, path }, asked, files) => arranged(openNpz(await files.read(path), name), asked, name),
})

/** The first bytes of a ZIP archive, with files in it or without any. */
function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6))
}
