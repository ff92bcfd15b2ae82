/** The members of a list by their key, both in the order of the list. */
export declare function grouped<Member, Key>(list: Iterable<Member>, keyOf: (member: Member) => Key): Map<Key, Member[]>;
