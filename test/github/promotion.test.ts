import { expect, test } from 'vitest'
import { admitPromotion, isProtected, type PromotionRules } from '../../src/github/promotion.ts'
import { codeOf, product } from './product.ts'
import { firstSha } from './stand-in/seed.ts'
import { start } from './start.ts'

const seed = {
  collaborators: { ada: 'admin', max: 'maintain', wil: 'write', tia: 'triage', rea: 'read' },
  teams: { releases: { wil: 'member', max: 'pending' } },
  environments: { production: { rules: [{ type: 'required_reviewers', users: ['ada'] }] }, staging: {} },
} as const

const rules = (over: Partial<PromotionRules> = {}): PromotionRules => ({ role: 'write', promoters: [], ...over })

test('the role of the one who started the run decides', async () => {
  const github = await start(seed)
  const may = (actor: string, role: PromotionRules['role']) =>
    codeOf(admitPromotion(product(github), { actor, commit: firstSha }, rules({ role })))
  for (const [actor, role] of [
    ['wil', 'write'],
    ['max', 'write'],
    ['ada', 'admin'],
    ['max', 'maintain'],
  ] as const)
    expect(await may(actor, role)).toBe('nothing was thrown')
  for (const [actor, role] of [
    ['tia', 'write'],
    ['rea', 'write'],
    ['nobody', 'write'],
    ['wil', 'maintain'],
    ['max', 'admin'],
  ] as const)
    expect([actor, await may(actor, role)]).toEqual([actor, 'promotion-refused'])
  expect(github.violations).toEqual([])
})

test('bots are refused, and names that are none', async () => {
  const github = await start(seed)
  for (const actor of ['github-actions[bot]', 'dependabot[bot]', '', '../../orgs', 'ada/../wil'])
    expect([actor, await codeOf(admitPromotion(product(github), { actor, commit: firstSha }, rules()))]).toEqual([
      actor,
      'promotion-refused',
    ])
})

test('the list of promoters: people, and teams where the token may ask', async () => {
  const github = await start(seed)
  const may = (actor: string, promoters: readonly string[], token = 'user-token') =>
    codeOf(admitPromotion(product(github, token), { actor, commit: firstSha }, rules({ promoters })))
  expect(await may('wil', ['WIL'])).toBe('nothing was thrown')
  expect(await may('wil', ['ada'])).toBe('promotion-refused')
  expect(await may('wil', ['airworthy/releases'])).toBe('nothing was thrown')
  expect(await may('max', ['airworthy/releases'])).toBe('promotion-refused')
  expect(await may('wil', ['airworthy/releases'], 'write-token')).not.toBe('nothing was thrown')
})

test('the approved commit is the commit', async () => {
  const github = await start(seed)
  const may = (approved: string) =>
    codeOf(admitPromotion(product(github), { actor: 'wil', commit: firstSha }, rules({ approved })))
  expect(await may(firstSha)).toBe('nothing was thrown')
  expect(await may('f'.repeat(40))).toBe('promotion-refused')
})

test('whether an environment is guarded', async () => {
  const github = await start(seed)
  expect(
    await Promise.all(['production', 'staging', 'nowhere'].map((name) => isProtected(product(github), name))),
  ).toEqual([true, false, false])
})
