import { askingNow } from '../asking.ts'

/** Says which tags of entries that are recorded could not be made. `where`: a remote, or this repository. */
export function warnOfTags(names: readonly string[], where: string, reason: string): void {
  if (names.length === 0) return
  const shown = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
  askingNow().warns?.({
    code: 'ledger-tag-missing',
    message: `What ${shown} ${names.length === 1 ? 'shows' : 'show'} is recorded, and the ${names.length === 1 ? 'tag' : 'tags'} could not be made in ${where}: ${reason.replace(/\.$/, '')}.`,
    remedy: 'The next run that records something makes it, once what is in its way is gone.',
  })
}
