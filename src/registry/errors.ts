import { type ErrorTable, errorFrom } from '../core/errors/index.ts'
import { type Holder, lockRemedy } from '../core/lock.ts'
import { shellWord } from '../core/shell-word.ts'

export interface RegistryErrors {
  'candidate-differs': { file: string }
  'commit-differs': { head: string; started: string }
  /** `why`: undefined where the checkout lacks the history that would tell. */
  'commit-not-descendant': { head: string | undefined; served: string; why: string | undefined }
  'git-failed': { command: string; reason: string }
  'git-locked': { file: string; since: string | undefined; where: string | undefined }
  'git-missing': { reason: string }
  'ledger-broken': { ledger: string; entry: string; reason: string; repair?: string | undefined }
  'ledger-behind': { where: string; remote: string; repair: string }
  'ledger-busy': { lock: string; holder: Holder | undefined }
  'ledger-missing': { where: string; trace: string; repair: string }
  /** `pipeline`: the file that names the ledger, from the working folder, where it is known. */
  'ledger-not-created': { ledger: string; pipeline?: string | undefined }
  'ledger-partial': { ledger: string; branch: string }
  'ledger-rewritten': { where: string; trace: string; repair: string }
  'ledger-shallow': { ledger: string }
  'ledger-unsettled': { remote: string; branch: string; commit: string; reason: string }
  'model-name': { name: string }
  'name-masked': { what: string }
  'production-changed': { model: string; compared: string | undefined; serving: string | undefined }
  /** `free`: versions that it may be instead, without the `v`. */
  'ref-in-the-way': { ref: string; wanted: string; free?: readonly string[] | undefined }
  'registry-format': { remote: string; path: string }
  /** `inside`: the repository around it. `isDamaged`: there is one, which git does not read. */
  'registry-not-git': { path: string; reason: string; inside?: string | undefined; isDamaged?: boolean }
  /** `remote`: where it is the other end of one. */
  'registry-not-owned': { path: string; remote?: string | undefined }
  'registry-program': { path: string; setting: string }
  'registry-quarantined': { path: string }
  'registry-refused': { remote: string; reason: string }
  /** `pushed`: `to` where nothing was sent yet, or `from` where the branch was before. */
  'registry-split': {
    remote: string
    branch: string
    pushed: { to: string } | { from: string | undefined }
  }
  'registry-untrusted': ({ path: string } | { registry: string }) & { why: string; reason: string }
  /** `doing`: what was tried, where it matters. */
  'registry-unreachable': { remote: string; reason: string; doing?: 'read' | 'push' | undefined }
  'rollout-held': OpenRollout
  'rollout-lost': {
    model: string
    rollout: string
    driver: string | undefined
    other: { driver: string; since: string; expires: string } | undefined
    /** Another process of the run itself drives. */
    isSameRun?: boolean
    at: string | undefined
    outcome: 'promoted' | 'rolled-back' | undefined
    endedBy: string | undefined
  }
  'rollout-under-way': OpenRollout
  'stage-name': { name: string }
  'version-exists': { model: string; version: string; where: string }
  'version-invalid': { version: string }
  'version-unknown': { model: string; version: string; versions: readonly string[] }
  'versions-foreign': { model: string; tags: readonly string[] }
}

/** `tag team` of `refs/tags/team`. */
function refWords(ref: string): string {
  return ref.replace(/^refs\/tags\//, 'tag ').replace(/^refs\/heads\//, 'branch ')
}

/** The last few of a list. */
function named(tags: readonly string[]): string {
  const [last, more] = [tags.slice(-3), tags.length - 3]
  return more > 0 ? `${last.join(', ')} and ${more} more` : last.join(', ')
}

function versionIn(tags: readonly string[]): string {
  return tags.at(-1)?.split('@v')[1] ?? '1.0.0'
}

/** What git says where a remote wants to know who asks. A remote that is away is another matter: what was fetched may be old. */
export const asksWho =
  /could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied|Repository not found|returned error: 40[13]/i

/** What git says where nothing at the address of a remote is a repository, or where the name of a remote stands for no address. */
const noRepository = /does not appear to be a git repository|repository '[^']*' not found|no such remote/i

/** What git, and ssh, say where no server answers. */
const noServer =
  /could not resolve host|couldn't resolve|name or service not known|connection (refused|timed out|reset)|network is unreachable|no route to host|(failed|could not|couldn't|unable) to connect|operation timed out/i

/** What helps, by what git says: a refused login needs a token, and a repository that has moved needs its address. */
function unreachableHint({ remote, reason, doing }: RegistryErrors['registry-unreachable']): string {
  const isName = /^[\w.-]+$/.test(remote)
  const address = isName ? `\`git remote get-url ${remote}\`` : 'the address in the pipeline'
  if (noRepository.test(reason) && reason.includes(`'${remote}'`) && isName)
    return `The repository has no remote ${remote}: add it, \`git remote add ${remote} ADDRESS\`, or name another in the pipeline.`
  if (noRepository.test(reason) && !asksWho.test(reason))
    return `Check whether the repository is there: ${isName ? `${address} says where it is looked for, and \`git remote set-url ${remote} ADDRESS\` names another place` : `${address} says where it is looked for`}.`
  if (noServer.test(reason)) return `Check the network, and the name of the server in ${address}.`
  if (/said nothing/.test(reason))
    return 'Run it again once the server answers. One that needs longer is given it in the pipeline: `registry: { …, timeout: 5m }`.'
  if (!asksWho.test(reason))
    return `Check that git reaches it from here, \`git ls-remote ${shellWord(remote)}\`, and that whoever runs this may ${doing === 'push' ? 'write' : 'read and write'} there.`
  const isPrivate = /Repository not found/i.test(reason) ? `Check the name in ${address}. ` : ''
  return `${isPrivate}${doing === 'read' ? fetchHint(remote) : ''}A job that records needs a token that may write (permissions: contents: write).`
}

/** Where only reading is asked for, what was fetched is enough; what an address has is fetched to no place of its own. */
function fetchHint(remote: string): string {
  return /^[\w.-]+$/.test(remote)
    ? `A job that only reads can fetch the ledger first: \`git fetch ${remote} airworthy/ledger\`. `
    : ''
}

/** How a branch that was pushed is put back. */
function takeBack(remote: string, branch: string, old: string | undefined): string {
  const to = shellWord(remote)
  return old === undefined
    ? `Delete the branch that was pushed, \`git push ${to} :${branch}\``
    : `Put the branch that was pushed back, \`git push --force ${to} ${old}:${branch}\``
}

/** A rollout that has not ended. */
interface OpenRollout {
  readonly model: string
  readonly version: string
  /** `RUN/STAGE` of the run that began it. */
  readonly rollout: string
  readonly target: string
  /** `RUN/STAGE` of the run that drives it; undefined where none does, or does not say so. */
  readonly driver: string | undefined
  /** Until when nobody else may take it over, ISO 8601, by the clock of who drives. */
  readonly expires: string | undefined
  /** Who drove it has left it: the next run takes it over at once. */
  readonly left: boolean
  /** Commit of the source that the rollout began with, where known. */
  readonly source: string | undefined
}

/** `RUN/STAGE` names who drives; a run is resumed by its id alone. */
function idIn(driver: string): string {
  return driver.split('/')[0] ?? driver
}

function resumeOf(driver: string): string {
  return `\`airworthy run --run ${idIn(driver)}\``
}

/** True whenever it is read: a run that drives records more before that moment, and one that was killed does not. */
function whoHolds({ driver, expires, left, rollout }: OpenRollout): string {
  if (left) return 'its run has left it'
  if (driver === undefined) return `the run ${idIn(rollout)} of an earlier version began it`
  const until =
    expires === undefined ? '' : `, and unless it records more, another run can take it over after ${expires}`
  return `the run ${idIn(driver)} drives it${until}`
}

/** Where a run of the same version, which takes it over, can be started. */
function whereToFinish({ driver, rollout, model, version, source }: OpenRollout): string {
  const anywhere =
    source === undefined
      ? `run the pipeline where it releases ${model} ${version}`
      : `check out its commit, \`git checkout ${source.slice(0, 12)}\`, and run the pipeline there`
  return `${anywhere}, or ${resumeOf(driver ?? rollout)} in the folder where it began`
}

/** What became of a rollout that a run has lost. */
function whoDrives({ other, isSameRun, at, outcome, endedBy }: RegistryErrors['rollout-lost']): string {
  if (outcome !== undefined)
    return endedBy === undefined ? `it has ended, ${outcome}` : `the run ${idIn(endedBy)} ended it, ${outcome}`
  if (other !== undefined) return `the run ${idIn(other.driver)} took it over at ${other.since}`
  if (isSameRun) return `another process of the same run drives it, and recorded something at ${at}`
  return at === undefined ? 'no such rollout has begun' : `something else was recorded of it at ${at}`
}

export const registryErrors: ErrorTable<RegistryErrors> = {
  'candidate-differs': {
    say: (d) => ({
      message: `${d.file} is not the file that the checked-out commit has: something has changed it since.`,
      hint: 'Release what was reviewed: check the commit out again, and write models that the job makes to a file that git does not have.',
    }),
    example: { file: 'models/digits.onnx' },
  },
  'commit-differs': {
    say: (d) => ({
      message: `Commit ${d.head.slice(0, 12)} is checked out, but this run was started for ${d.started.slice(0, 12)}.`,
      hint: 'Check out the commit that the run is for (actions/checkout without `ref:`), so that what is released is what was reviewed.',
    }),
    example: { head: '0123456789abcdef', started: 'fedcba9876543210' },
  },
  'commit-not-descendant': {
    say: ({ head, served, why }) => {
      const released = `What serves was released from commit ${served.slice(0, 12)}`
      const commit = head === undefined ? 'this' : `commit ${head.slice(0, 12)}`
      if (why === undefined)
        return {
          message: `${released}, and this shallow clone lacks the history that tells whether ${commit} contains it.`,
          hint: 'Get all of it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.',
        }
      return {
        message: `${released}, and ${commit} does not contain it: ${why}.`,
        hint: 'Release from a commit that contains what serves. To go back on purpose, run it with --override and --by: the ledger records who and why.',
      }
    },
    example: {
      head: '0123456789abcdef',
      served: 'fedcba9876543210',
      why: 'it stands on another line of commits, or comes before',
    },
  },
  'git-failed': {
    say: (d) => ({
      message: `git ${d.command} failed in the registry: ${d.reason}.`,
      hint: 'Check that the repository is intact (`git fsck`), writable, and that the disk has space.',
    }),
    example: { command: 'commit-tree', reason: 'unable to write the object' },
  },
  'git-locked': {
    say: (d) => ({
      message: `The lock file ${d.file}${d.where === undefined ? '' : ` at ${d.where}`} ${d.since === undefined ? '' : `has been there since ${d.since} and `}blocks git, which leaves such a file when it is killed.`,
      hint:
        d.where === undefined
          ? `If no git is at work there, remove it, \`rm '${d.file}'\`, and run this again: nothing is recorded twice.`
          : `If no git is at work there, have it removed on the server (\`rm '${d.file}'\` there), and run this again: nothing is recorded twice.`,
    }),
    example: { file: '/work/digits/.git/packed-refs.lock', since: '2026-01-01T12:00:00.000Z', where: undefined },
  },
  'git-missing': {
    say: (d) => ({
      message: `The registry is a git repository, and git could not be started: ${d.reason}.`,
      hint: 'Install git, or keep the ledger in a file: `registry: { file: ledger.jsonl }`.',
    }),
    example: { reason: 'ENOENT' },
  },
  'ledger-broken': {
    say: (d) => ({
      message: `The ledger ${d.ledger} is damaged at ${d.entry}: ${d.reason}.`,
      hint:
        d.repair ?? 'Restore it from a backup or an earlier commit; if a newer Airworthy wrote it, use that version.',
    }),
    example: { ledger: 'ledger.jsonl', entry: 'line 4', reason: 'it is no JSON, as if a part of it were missing' },
  },
  'ledger-behind': {
    say: (d) => ({
      message: `The ledger in ${d.where} is out of date: ${d.remote} has entries that it lacks.`,
      hint: d.repair,
    }),
    example: {
      where: '/work/digits/.git',
      remote: 'origin',
      repair:
        'Say so in the pipeline, `registry: { git: ., remote: origin }`, or fetch it: `git fetch origin airworthy/ledger:airworthy/ledger`.',
    },
  },
  'ledger-busy': {
    say: (d) => ({
      message: `The ledger is held by ${d.holder?.who ?? 'another writer'}.`,
      hint: lockRemedy(d.lock, d.holder),
    }),
    example: {
      lock: 'ledger.jsonl.lock',
      holder: { who: 'process 4711 on host build-3, since 2026-11-30 12:34 UTC', pid: 4711, isOld: false },
    },
  },
  'ledger-missing': {
    say: (d) => ({
      message: `There is no ledger in ${d.where}, but there should be one: ${d.trace}. Without it, what serves is unknown.`,
      hint: d.repair,
    }),
    example: {
      where: 'origin',
      trace: 'the repository here has one',
      repair: 'If it is the right one, share it: `git push origin airworthy/ledger`.',
    },
  },
  'ledger-not-created': {
    say: (d) => ({
      message: `There is no ledger yet: ${d.ledger} is empty or not there.`,
      hint: `If this is its first use, create it: \`airworthy registry init${d.pipeline === undefined ? '' : ` ${shellWord(d.pipeline)}`}\`. If there was one, restore it: only the ledger records what serves.`,
    }),
    example: { ledger: 'the ledger file ledger.jsonl' },
  },
  'ledger-partial': {
    say: (d) => ({
      message: `Parts of the ledger ${d.ledger} ${d.branch} are not here: the clone is partial, and was made with a filter.`,
      hint: `Get all of it: \`git fetch --refetch --no-filter REMOTE ${d.branch.replace('refs/heads/', '')}\`; or name its remote in the pipeline, \`registry: { git: ., remote: origin }\`, from which they are fetched.`,
    }),
    example: { ledger: '/work/digits/.git', branch: 'refs/heads/airworthy/ledger' },
  },
  'ledger-rewritten': {
    say: (d) => ({
      message: `The ledger in ${d.where} was rewritten: ${d.trace}. A ledger only ever grows.`,
      hint: d.repair,
    }),
    example: {
      where: 'origin',
      trace: 'it does not continue 0123456789ab, which was its end before',
      repair:
        'If nobody meant to, put it back: `git push --force-with-lease=refs/heads/airworthy/ledger:fedcba987654 origin 0123456789ab:refs/heads/airworthy/ledger`, which drops what was added since.',
    },
  },
  'ledger-shallow': {
    say: (d) => ({
      message: `The beginning of the ledger ${d.ledger} is not here: the clone is shallow.`,
      hint: 'Get all of it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.',
    }),
    example: { ledger: '/work/digits/.git refs/heads/airworthy/ledger' },
  },
  'ledger-unsettled': {
    say: (d) => ({
      message: `It is not known whether ${d.remote} has recorded what was sent to it: ${d.reason}.`,
      hint: `Run it again: it looks first, and records nothing twice. To look yourself, \`git ls-remote ${shellWord(d.remote)} ${d.branch}\` says ${d.commit.slice(0, 12)}… if that is the end of the ledger.`,
    }),
    example: {
      remote: 'origin',
      branch: 'refs/heads/airworthy/ledger',
      commit: '0123456789abcdef',
      reason: 'it said nothing for 60 s',
    },
  },
  'model-name': {
    say: (d) => ({
      message: `${JSON.stringify(d.name)} is not a valid model name.`,
      hint: 'Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit.',
    }),
    example: { name: 'my model' },
  },
  'name-masked': {
    say: (d) => ({
      message: `The name of the ${d.what} holds the value of a variable that is masked as a secret, so it cannot be recorded.`,
      hint: 'Give the model, or the pipeline, another name; or if the variable holds no secret, name it without a word such as token, secret or key.',
    }),
    example: { what: 'model' },
  },
  'production-changed': {
    say: (d) => ({
      message: `${d.serving === undefined ? `No version of ${d.model} serves` : `${d.model} ${d.serving} serves`} now, and the candidate was compared with ${d.compared || 'nothing'}: another run came first.`,
      hint: 'Run it again, from a commit that contains what serves: the candidate is then compared with that.',
    }),
    example: { model: 'digits', compared: '1.0.0', serving: '1.0.1' },
  },
  'ref-in-the-way': {
    say: (d) => ({
      message: `The ${refWords(d.ref)} is in the way of the ${refWords(d.wanted)}: git cannot keep both.`,
      hint: `Delete or rename it here and at every remote (\`git push REMOTE :${d.ref}\`)${
        d.wanted.startsWith('refs/tags/') ? ', call the pipeline something else, or release with `tag: false`' : ''
      }.${d.free?.length ? ` The tag of ${d.free.join(' or ')} can be made, if you release with \`version: ${d.free[0]}\`.` : ''}`,
    }),
    example: { ref: 'refs/tags/team', wanted: 'refs/tags/team/digits@v1.0.0' },
  },
  'registry-format': {
    say: (d) => ({
      message: `${d.remote} and the repository ${d.path} have different object formats, one SHA-1 and one SHA-256: git moves nothing from one to the other.`,
      hint: 'Share the ledger at a repository of the same format. Where the remote is new, make it again, with the format that this repository has (`git rev-parse --show-object-format`): `git init --bare --object-format=FORMAT`.',
    }),
    example: { remote: 'origin', path: '/work/digits/.git' },
  },
  'registry-not-git': {
    say: (d) => ({
      message: d.isDamaged
        ? `git cannot read the repository ${d.path}: ${d.reason}.`
        : `The registry ${d.path} is not a git repository: ${d.reason}.`,
      hint: d.isDamaged
        ? `Put right what git names, until \`git -C ${shellWord(d.path)} branch\` works. What a newer git has made needs that git.`
        : d.inside === undefined
          ? 'Give the top folder of a repository (`git init` makes a folder one), or an empty folder: `airworthy registry init` makes a bare repository there.'
          : `It lies in the repository ${d.inside}: give the path that leads there from the folder of the pipeline file, such as \`registry: { git: .. }\`.`,
    }),
    example: { path: 'registry', reason: 'it holds no repository' },
  },
  'registry-not-owned': {
    say: (d) => ({
      message: `git does not open the repository ${d.path}${d.remote === undefined ? '' : ` at ${d.remote}`}: it belongs to another user, whose settings could start programs.`,
      hint: `If you trust whoever owns it, say so${d.remote === undefined ? '' : ' on the machine where it lies, as the user that git runs as there'}: \`git config --global --add safe.directory ${shellWord(d.path)}\`.`,
    }),
    example: { path: '/srv/git/digits.git' },
  },
  'registry-program': {
    say: (d) => ({
      message: `The configuration of the bare repository ${d.path} names a program for a remote, \`${d.setting}\`, and may have come with a commit.`,
      hint: `Set it for yourself (\`git config --global\`), and take it from there: \`git --git-dir=${shellWord(d.path)} config --unset-all ${shellWord(d.setting)}\`.`,
    }),
    example: { path: '/work/digits/registry.git', setting: 'remote.origin.uploadpack' },
  },
  'registry-quarantined': {
    say: (d) => ({
      message: `Nothing can be recorded in the git registry ${d.path} now: a hook of it is still deciding on a push, and git moves no ref until it has.`,
      hint: 'Run it from the hook `post-receive` instead of `pre-receive` or `update`, or in CI once the push is through.',
    }),
    example: { path: '/srv/git/digits.git' },
  },
  'registry-refused': {
    say: (d) => ({
      message: `${d.remote} refused what was to be recorded: ${d.reason}.`,
      hint: /no space left|quota exceeded/i.test(d.reason)
        ? 'Free some space there, and run it again. Nothing of this write was recorded; what was recorded before stands.'
        : 'Let whoever runs this push the branch `airworthy/ledger` and the tags of its models there (on GitHub: `permissions: contents: write`, and a rule that lets it), or ask who made that rule. Nothing of this write was recorded; what was recorded before stands.',
    }),
    example: { remote: 'origin', reason: 'remote: POLICY: only release-bot may push here' },
  },
  'registry-split': {
    say: (d) => ({
      message:
        'to' in d.pushed
          ? `${d.remote} is read from one repository and pushed to another: at ${d.pushed.to} the ledger does not end where it ends in the one that is read.`
          : `What was pushed to ${d.remote} does not show there: it is read from one repository and pushed to another, or the server hides the branch.`,
      hint: `${'to' in d.pushed ? 'Nothing was recorded. Let' : `${takeBack(d.remote, d.branch, d.pushed.from)}, let`} \`git remote get-url --all ${shellWord(d.remote)}\` and \`git remote get-url --push --all ${shellWord(d.remote)}\` lead to the same repository${'to' in d.pushed ? '' : ' and the server show the branch (`uploadpack.hideRefs` there)'}, and run this again.`,
    }),
    example: { remote: 'origin', branch: 'refs/heads/airworthy/ledger', pushed: { from: undefined } },
  },
  'registry-untrusted': {
    say: (d) => ({
      message: `This run may not use ${'path' in d ? `the git registry at ${d.path}` : `the ${d.registry}`}: ${d.reason}, and the run is not trusted (${d.why}).`,
      hint: 'Such a run reads the ledger from the checkout itself and from a remote that it names: `registry: { git: ., remote: origin }`.',
    }),
    example: {
      path: 'ledger.git',
      reason: 'what a commit brings may configure git',
      why: 'the pull request comes from a fork',
    },
  },
  'registry-unreachable': {
    say: (d) => ({
      message: `The registry could not be ${d.doing === 'read' ? 'read from' : d.doing === 'push' ? 'pushed to' : 'reached at'} ${d.remote}: ${d.reason}.`,
      hint: `${unreachableHint(d)} Nothing was recorded locally that the remote does not have.`,
    }),
    example: { remote: 'origin', reason: 'fatal: could not read Username for https://github.com', doing: 'read' },
  },
  'rollout-held': {
    say: (d) => ({
      message: `The rollout of ${d.model} ${d.version} on ${d.target} is under way: ${whoHolds(d)}.`,
      hint: `Let it go on. If it was killed, ${whereToFinish(d)}; another run waits until it has seen nothing recorded for as long as that.`,
    }),
    example: {
      model: 'digits',
      version: '1.1.0',
      rollout: '20261130-120000-ab12cd34/rollout',
      target: 'local',
      driver: '20261130-120000-ab12cd34/rollout',
      expires: '2026-11-30T12:34:56.000Z',
      left: false,
      source: '0123456789abcdef',
    },
  },
  'rollout-lost': {
    say: (d) => ({
      message: `${d.driver === undefined ? 'This run' : `The run ${idIn(d.driver)}`} no longer drives the rollout of ${d.model} that the run ${idIn(d.rollout)} began: ${whoDrives(d)}.`,
      hint: `It recorded nothing more of it. To have its result, resume the run (${resumeOf(d.driver ?? d.rollout)}): it waits until the rollout has ended.`,
    }),
    example: {
      model: 'digits',
      rollout: '20261130-120000-ab12cd34/rollout',
      driver: '20261130-120000-ab12cd34/rollout',
      other: {
        driver: '20261130-124500-ef56ab78/rollout',
        since: '2026-11-30T12:46:00.000Z',
        expires: '2026-11-30T12:50:00.000Z',
      },
      at: '2026-11-30T12:46:00.000Z',
      outcome: undefined,
      endedBy: undefined,
    },
  },
  'rollout-under-way': {
    say: (d) => ({
      message: `The rollout of ${d.model} ${d.version} on ${d.target} is under way: ${whoHolds(d)}. Two candidates cannot share one traffic.`,
      hint: `Let it end, then start a new run. If nobody drives it any more, finish it first: ${whereToFinish(d)}.`,
    }),
    example: {
      model: 'digits',
      version: '1.1.0',
      rollout: '20261130-120000-ab12cd34/rollout',
      target: 'local',
      driver: '20261130-120000-ab12cd34/rollout',
      expires: '2026-11-30T12:34:56.000Z',
      left: false,
      source: '0123456789abcdef',
    },
  },
  'stage-name': {
    say: (d) => ({
      message: `${JSON.stringify(d.name)} is not a valid registry stage name.`,
      hint: 'Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit, such as `production`.',
    }),
    example: { name: '#1' },
  },
  'version-exists': {
    say: (d) => ({
      message: `${d.model} ${d.version} already exists in ${d.where}, as another release.`,
      hint: 'Leave `version:` at `from-evidence`, or give a version that is not taken.',
    }),
    example: { model: 'digits', version: '1.1.0', where: 'the ledger' },
  },
  'version-invalid': {
    say: (d) => ({
      message: `${JSON.stringify(d.version)} is not a semantic version.`,
      hint: 'Write three numbers, as in `1.4.0`, without a `v`; see semver.org.',
    }),
    example: { version: 'v1.1' },
  },
  'version-unknown': {
    say: (d) => ({
      message: `The registry holds no version ${d.version} of ${d.model}.`,
      hint: d.versions.length === 0 ? 'It holds none yet: release one first.' : `It holds ${d.versions.join(', ')}.`,
    }),
    example: { model: 'digits', version: '9.0.0', versions: ['1.0.0', '1.1.0'] },
  },
  'versions-foreign': {
    say: (d) => ({
      message: `The ledger holds no version of ${d.model}, but the repository has version tags: ${named(d.tags)}.`,
      hint: `Take what serves into the ledger: \`registry: { …, adopt: { version: ${versionIn(d.tags)}, model: FILE } }\`. Or delete the tags, if no such model serves.`,
    }),
    example: { model: 'digits', tags: ['digits@v3.1.0', 'digits@v3.2.0'] },
  },
}

export const registryError = errorFrom(registryErrors)

/** Codes that say that a ledger is not what it was: what somebody who verifies it wants to know, and no wrong input. */
const ledgerDamage: readonly (keyof RegistryErrors)[] = [
  'ledger-broken',
  'ledger-rewritten',
  'ledger-missing',
  'ledger-behind',
]

/** Whether a mistake is that a ledger was damaged. */
export function isLedgerDamage(code: string): boolean {
  return (ledgerDamage as readonly string[]).includes(code)
}
