// The licences of what is in the bundle.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The licences of all packages that these files belong to, as they ask; each text once. Throws when a package has none. */
export function licenses(files, top) {
  const folders = new Set(
    files.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? []),
  )
  const packagesOf = new Map()
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    if (!license) throw new Error(`${name} names no licence`)
    const text = licenseText(folder, top)
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...packagesOf].map(([text, packages]) => `${[...new Set(packages)].sort().join('\n')}\n\n${text}`)
  return `${parts.sort().join(`\n\n${'─'.repeat(80)}\n\n`)}\n`
}

function licenseText(folder, top) {
  const own = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  // These name their licence and ship no text of it: it stands in their repository.
  const files = /[\\/]onnxruntime-(node|web|common)$/.test(folder)
    ? [path.join(top, 'scripts', 'licenses', 'onnxruntime.txt')]
    : own.sort().map((file) => path.join(folder, file))
  return files.map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n')
}
