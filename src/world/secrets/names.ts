/** Which variables of the environment hold secrets, and which parts of their values are secrets by themselves. */

/** These words make a name a secret's wherever they stand in it. */
const always =
  /token|secret|passw|passphrase|credential|webhook|connection_?str|conn_?str|(api|private|access|cache)_?key/i

/** These have to be words of their own: `GH_PAT` is a secret, and `PATH` is not. */
const strong: ReadonlySet<string> = new Set(['PAT', 'PATS', 'PWD', 'PASS', 'DSN', 'JWT'])
const weak = /^(?:\w*KEYS?|O?AUTH\d?|AUTH(?!ORS?$|ORITY$|ORED$)\w+|SIGNING\w*|PEM)$/

/** Words that end in KEY, and names of a key that anybody may know. */
const harmlessWord = /^(?:MONKEY|TURKEY|DONKEY|HOTKEY|WHISKEY)S?$|^PUB(?:LIC)?_?KEYS?$/
const harmlessName = /(?:^|_)(?:PUB|PUBLIC|PUBLISHABLE)(?:_|$)|^(?:OLD)?PWD$|^SSH_AUTH_SOCK$/
/** `SIGNING_KEY_ID`, `SSH_KEY_PATH`: what is said about a key, and not the key. */
const about =
  /(?:_(?:IDS?|NAMES?|PATH|FILE|DIR|FOLDER|TYPE|KIND|MODE|METHOD|ALGORITHM|ALG|FORMAT|SIZE|LENGTH|BITS|HOST|PORT|USER|USERNAME|REGION|TTL|VERSION|SOCK|ENABLED|REQUIRED|URL|URI|SERVER|PROVIDER|VAULT))$/

/** `TOKENIZER`, `MAX_TOKENS`, `API_KEY_FILE`, `SECRETS_DIR`: they speak of a secret, or of the tokens of a text. */
const aboutSecrets =
  /TOKENI[SZ]|(?:^|_)(?:MAX|MIN|NUM|N)_(?:\w+_)?TOKENS?$|TOKENS?_PER_|(?:_(?:NAMES?|PATH|FILE|DIR|FOLDER|FIELD|COLUMN|TYPE|KIND|MODE|METHOD|ALGORITHM|FORMAT|SIZE|LENGTH|COUNT|LIMIT|TTL|ENABLED|REQUIRED|VERSION|PROVIDER))$/

/** Whether the name of a variable speaks of a secret, if only of where one is: what no model is given. */
export function isSecretName(name: string): boolean {
  return always.test(name) || strengthOf(name) !== undefined
}

/** Whether this value of a variable is to be masked as a whole. */
export function isSecret(name: string, value: string): boolean {
  if (isNamedSecret(name)) return true
  const strength = strengthOf(name)
  if (strength === undefined) return hasPassword(value)
  if (strength === 'strong') return !(isFolder(value) && !looksRandom(value))
  return !(isFolder(value) && !looksRandom(value)) && !ordinary.test(value)
}

function isNamedSecret(name: string): boolean {
  return always.test(name) && !aboutSecrets.test(name.toUpperCase())
}

function strengthOf(name: string): 'strong' | 'weak' | undefined {
  const whole = name.toUpperCase()
  if (harmlessName.test(whole)) return undefined
  const words = whole.split(/[^A-Z0-9]+/).filter((word) => !harmlessWord.test(word))
  if (words.some((word) => strong.has(word))) return 'strong'
  return !about.test(whole) && words.some((word) => weak.test(word)) ? 'weak' : undefined
}

/** `AUTH=required`, `SIGNING_KEY=default`: a masked word would ruin every sentence that has it. */
const ordinary = /^[a-z]{1,12}$|^(?:\d{1,8}|true|false)$/i

/** No name of a folder mixes small letters, capitals and digits over a dozen characters. */
function looksRandom(value: string): boolean {
  return value
    .split(/[/\\]/)
    .some((part) => part.length >= 12 && /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part))
}

function isFolder(value: string): boolean {
  return /^(?:~|\.{0,2})\/[\w.@ -]+(?:\/[\w.@ -]*)*$|^[A-Za-z]:\\/.test(value) && !/[+=]/.test(value)
}

function hasPassword(value: string): boolean {
  return passwordsIn(value).length > 0
}

/** `postgres://user:password@host`: the password ends at the last `@` before the path. An image may be named by its digest. */
const inAddress = /:\/\/[^\s/?#@:]{0,256}:(?!\d{1,5}\/)([^\s?#]{1,1024})@(?!sha256:)/g
/** `Server=db;Password=…;`, `jdbc:…?password=…`, `AccountKey=…`. */
const inSettings = /(?:^|[;?&\s])(?:password|pwd|accountkey|sharedaccesskey|authtoken|access_token)\s*=\s*([^;&\s]+)/gi

/** The passwords inside of an address or of a list of settings, as they are written and as they are meant. */
export function passwordsIn(value: string): readonly string[] {
  if (!value.includes('=') && !value.includes('://')) return []
  const written = [...value.matchAll(inAddress), ...value.matchAll(inSettings)].map(([, password = '']) => password)
  return written.flatMap((password) => [password, decoded(password)])
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
