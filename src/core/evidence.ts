import { canonical, type Sha256, sha256 } from './json.ts'

/** Evidence as its file holds it: equal values are equal bytes. */
export function evidenceText(evidence: unknown): string {
  return `${canonical(evidence)}\n`
}

/** The digest of evidence: that of its file, as `sha256sum` gives it, however the value was written down since. */
export function evidenceDigest(evidence: unknown): Sha256 {
  return sha256(evidenceText(evidence))
}
