/** A setting that cannot be used. Its message is one plain sentence for the person who set it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  /** The parts of `issue` are our own words; what was set is in none of them. */
  constructor(
    issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
  ) {
    super(`${String(issue?.path[0])} must be ${issue?.message}.`);
  }
}
