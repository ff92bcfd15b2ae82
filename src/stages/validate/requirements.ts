import type { Finding } from '../../core/products/index.ts'
import type { Model } from '../../onnx/format/index.ts'

/** What a model says of itself, as its metadata and as the fields of the format. */
function statements(model: Model): ReadonlyMap<string, string> {
  const own: [string, string][] = [
    ['producer', model.producerName],
    ['description', model.docString],
    ['domain', model.domain],
  ]
  return new Map([...own, ...model.metadataProps.map(({ key, value }): [string, string] => [key, value])])
}

/** That the model states one of these licences, in its metadata under `license` or `licence`. */
export function checkLicense(model: Model, allowed: readonly string[]): Finding[] {
  const said = model.metadataProps.find(({ key }) => /^licen[cs]e$/i.test(key))?.value.trim()
  const hint = `Write one of ${allowed.join(', ')} into the metadata of the model, under the key \`license\`.`
  if (said === undefined || said === '') return [finding('license-missing', 'It states no licence.', hint)]
  const known = allowed.some((license) => license.toLowerCase() === said.toLowerCase())
  return known ? [] : [finding('license-refused', `Its licence \`${said}\` is not one that is allowed.`, hint)]
}

/** That the model says something under each of these keys. `producer`, `description` and `domain` are fields of the format. */
export function checkMetadata(model: Model, required: readonly string[]): Finding[] {
  const said = statements(model)
  return required
    .filter((key) => (said.get(key) ?? '').trim() === '')
    .map((key) =>
      finding(
        'metadata-missing',
        `It says nothing under \`${key}\`.`,
        'Add it when exporting: `onnx.helper.set_model_props(model, {…})`.',
      ),
    )
}

function finding(code: string, message: string, hint: string): Finding {
  return { severity: 'error', code, where: 'metadata', message, hint }
}
