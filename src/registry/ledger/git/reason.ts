import { clip } from '../../../core/clip.ts'
import { shellWord } from '../../../core/shell-word.ts'
import { branch } from './branch.ts'
import { oneLine } from './message.ts'

/** Characters of what git, or a server, says of a failure. */
const longestReason = 600

/**
 * Why git failed, in one line without a full stop: what the server says for people (`remote: POLICY: …`), why it refused a ref, and git's
 * own cause. Its last lines are usually advice, such as "and the repository exists."
 */
export function reasonIn(stderr: string, masked: (text: string) => string): string {
  const lines = masked(withoutColour(stderr))
    // What it is about may stand below, one thing in a line.
    .replace(/^((?:fatal|error): .*:)((?:\n[\t ]+.+)+)/gm, (_, cause, list) => cause + list.replace(/\s+/g, ' '))
    .split(/[\r\n]+/)
    .flatMap((line) => (line.trim() === '' || progress.test(line) || trace.test(line) ? [] : [line.trim()]))
  const said = lines.flatMap((line) => /^remote: *(.*[\p{L}\p{N}].*)$/u.exec(line)?.[1]?.trim() ?? [])
  const refusals = lines.flatMap((line) => /^! .*\[(?:remote )?\w+\].* \((.*)\)$/.exec(line)?.[1] ?? [])
  const reasons = said.length === 0 ? refusals : refusals.filter((refusal) => !/hook declined$/.test(refusal))
  const causes = lines.filter((line) => /^(?:fatal|error):/.test(line) && !general.test(line))
  const told = [
    ...(said.length === 0 ? [] : [`remote: ${said.join(' ')}`]),
    ...new Set(reasons),
    ...(reasons.length > 0 ? [] : causes.slice(0, 1)),
  ]
  const others = lines.filter((line) => !general.test(line) && !/^(?:To |remote:|hint:|warning:|!)/.test(line))
  const text = told.length > 0 ? told.join('; ') : (others[0] ?? lines[0] ?? '')
  return clip(oneLine(withoutPassword(text)), longestReason).replace(/\.$/, '') || 'git did not say why'
}

/** How far it is, which git says where it is asked to, and a server always. */
const progress =
  /^(?:remote: )?(?:[A-Z][\w -]+: +\d+% |Total \d+ |(?:Enumerating|Counting|Compressing) objects: |POST git-|Everything up-to-date|Done$)/

/** What git, here or at a remote, is told to say of all that it does (`GIT_TRACE`). */
const trace = /^(?:remote: *)?\d\d:\d\d:\d\d\.\d{6} \S+:\d+ /

/** What git adds below the cause, and says alone where it knows none. */
const general =
  /could not read from remote repository|failed to push some refs|make sure you have the correct access|^and the repository|the remote end hung up unexpectedly/i

function withoutColour(text: string): string {
  return text.replace(/\u001b\[[\d;]*[A-Za-z]/g, '')
}

/** The remote of a ledger for a command that a hint gives: its name, or a word in the place of one that is not known. */
export function remoteIn({ remote }: { readonly remote?: string | undefined }): string {
  return remote === undefined ? 'REMOTE' : shellWord(withoutPassword(remote))
}

/**
 * The command that puts the branch of a remote back to a commit, unless it has gone on since it was looked at. `remote`: as a word of a
 * command. `from`: where it is; undefined where it is gone. Without it, git goes by what was last fetched, and refuses.
 */
export function pushBack(remote: string, commit: string, from: string | undefined): string {
  return `git push --force-with-lease=${branch}:${from ?? ''} ${remote} ${commit}:${branch}`
}

/**
 * An address, or a text that names some, as it may be shown: without who asks, which ends at the last `@` before the path, and without a
 * query and a fragment, which may be a token.
 */
export function withoutPassword(text: string): string {
  return text.replace(/(:\/\/)([^/?#\s'"]*@)?([^\s?#'"]*)([?#][^\s'"]*)?/g, '$1$3')
}
