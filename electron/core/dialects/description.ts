// A terminal described as data: a YAML file of resources/profiles, read by the app and handed to the dialect whose
// family it names, which alone knows what is in it.

export interface Description {
  readonly family: string;
  /** The file's name, for people. */
  readonly source: string;
  /** Everything in the file; checked against the dialect's own schema. */
  readonly content: unknown;
}
