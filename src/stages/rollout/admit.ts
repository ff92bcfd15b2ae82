import { chosenName } from '../../core/choice.ts'
import type { Outlook } from '../../core/stage.ts'
import { openRolloutError, registryState } from '../../registry/index.ts'
import { openRollout, rolloutState } from '../../rollout/index.ts'
import type { RolloutStageSettings } from './settings.ts'

/**
 * One rollout of a model at a time: that of another version, or on another target, refuses this one at the end of the run, and is told
 * before its first stage. The same rollout goes on, and one that moved no traffic ends. Whether a variant that `optimize` will make is of
 * that version, nobody can say yet.
 * @throws `rollout-under-way`.
 */
export async function admitRollout({ target }: RolloutStageSettings, outlook: Outlook): Promise<void> {
  const { subject, ledger, id, before } = outlook
  const entries = await ledger.read()
  if (id !== undefined && rolloutState(entries, id) !== undefined) return
  const open = openRollout(entries, subject.model)
  if (open === undefined || open.head.untouched) return
  const { versions } = registryState(entries, subject.model)
  const rolledOut = versions.find(({ version }) => version === open.version)
  const maybeSame = rolledOut?.artifact.sha256 === subject.candidate.sha256 || before.includes('variants')
  if (maybeSame && open.target === chosenName(target)) return
  throw openRolloutError('rollout-under-way', open.head)
}
