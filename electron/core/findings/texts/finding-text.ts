/** What a finding says in one language. `{name}` quotes a value of its evidence. */
export interface FindingText {
  /** What is wrong, in one sentence that quotes the values. For the owner of a shop. */
  readonly message: string;
  /** Why it matters and what to do, for the same person. */
  readonly why: string;
  /** The same for a technician, who knows the terms and wants to know where to look. */
  readonly technical: string;
}
