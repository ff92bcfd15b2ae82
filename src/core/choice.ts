import { z } from 'zod'

/** One of several kinds by its name, with its settings: `{ local: { rate: 200 } }`. */
export type Choice = Readonly<Record<string, unknown>>

/** A kind that can be chosen. */
export interface Choosable {
  readonly name: string
  readonly summary: string
  readonly settings: z.ZodType
}

/** A setting that chooses exactly one of these kinds. `what` is what they are: `target`. */
export function choiceSetting(kinds: readonly Choosable[], what: string): z.ZodType<Choice> {
  return z
    .strictObject(Object.fromEntries(kinds.map((kind) => [kind.name, kind.settings.optional().describe(kind.summary)])))
    .refine(
      (chosen) => Object.keys(chosen).length === 1,
      `expected exactly one ${what} (${kinds.map(({ name }) => name).join(', ')})`,
    )
}

/** The name of the kind that was chosen; empty where nothing was. */
export function chosenName(choice: Choice): string {
  return Object.keys(choice)[0] ?? ''
}
