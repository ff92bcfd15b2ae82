import type { Truth } from './truth.ts'

export type Kind = 'data' | 'model' | 'settings' | 'evidence'

/** Files by their names in the attempt's folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Where an attempt takes place: the folder of its files, in which commands are started, and what is `AIRWORTHY_HOME` there. */
export interface Place {
  readonly folder: string
  readonly home: string
}

/** A command as it is typed, without the program's name; or something that is done to the files between two commands. */
export type Step = string | ((place: Place) => void)

/** One way to get a pass for what must not have one. */
export interface Attempt {
  readonly name: string
  readonly kind: Kind
  /** One sentence, without its full stop. */
  readonly tried: string
  readonly files: () => Files
  /** The last command is the one that must not pass. */
  readonly run: Step | readonly Step[]
  /** What the judge says of the files. */
  readonly truth: Truth
  /** No row of this metric may be a pass, whatever the exit code. */
  readonly metric?: string
  /**
   * Where nothing could be known of what is wrong: a pass that says in its last line that this was not compared is none of it.
   * It is marked in the table.
   */
  readonly said?: RegExp
  /** The honest sibling of what was tried, which has to be accepted. */
  readonly control?: Control
  /** It measures speed, and is tried with nothing beside it. */
  readonly alone?: boolean
}

export interface Control {
  /** What is honest about it: the end of a phrase. */
  readonly what: string
  /** Files beside those of the attempt, or in place of them. */
  readonly files?: () => Files
  readonly run: Step | readonly Step[]
}
