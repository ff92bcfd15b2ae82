/** A text as one word of a command line that people paste into a shell: quoted where a shell would read anything into it. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./^-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
