/** A value of plain data, read-only all the way down: what a schema gives, as the code may use it. */
export type Immutable<Value> = Value extends object ? { readonly [Key in keyof Value]: Immutable<Value[Key]> } : Value
