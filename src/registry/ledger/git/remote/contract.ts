/** Where the ledger is shared: a remote of the repository, by name or address. The branch there is the one that counts. */
export interface Remote {
  readonly name: string
  /** The end of the branch at the remote, its tags left aside: a remote may have thousands. */
  end(): Promise<string | undefined>
  /**
   * What the remote has now, with the objects of the ledger and of the tags that may show it. `here`: the end of the ledger here. `others`:
   * models that neither may name yet. Changes no ref here.
   */
  look(here?: string, others?: readonly string[]): Promise<Shared>
  /**
   * Moves the branch of the remote and shows the tags of what is new there, all or nothing where the remote can. Undefined when another
   * writer was first, or one of the tags is taken.
   */
  push(what: Push): Promise<Pushed | undefined>
  /** Shows tags there too; those it has already are left as they are. */
  pushTags(names: readonly string[]): Promise<void>
}

/** What a push has come to: the branch is there. */
export interface Pushed {
  /** Whether its tags are, too. */
  readonly shows: boolean
}

/** What is pushed at once. Objects by their ids. */
export interface Push {
  /** The new end of the branch. */
  readonly commit: string
  /** Where the branch is at the remote; undefined: it must not exist. */
  readonly old: string | undefined
  /** Tags that the remote has not, by their names. */
  readonly tags: ReadonlyMap<string, string>
  /** Whether its tags were listed just now. Else a remote that cannot move all at once is told nothing. */
  readonly isListed: boolean
}

/** What a remote holds of a ledger. Objects by their ids. */
export interface Shared {
  /** The name or address of the remote. */
  readonly remote: string
  /** The end of its branch. */
  readonly head: string | undefined
  /** Tags of GTO's grammar. Those of other models need not be here. */
  readonly tags: ReadonlyMap<string, string>
  /** Those of them that are of models of the ledger. */
  readonly ours: ReadonlyMap<string, string>
  /** The names of all refs that may be in the way of others. */
  readonly names: readonly string[]
  /** False where it is what was fetched, and the remote was not asked. */
  readonly isListed: boolean
}
