const rememberedMost = 10_000;

/**
 * Gives every change of a case its key, though Uniform has none.
 *
 * A key is given when a look finds a case in another state than the look before, and stays as long as the
 * case stays so: windows overlap, and the same change is one change. It holds the end of that look's window,
 * so that a case which returns to an earlier state has changed again. What the looks before found is
 * remembered here alone: after a restart the state that a case is in gets one key more, which says nothing
 * new, and no change is ever taken for one that was.
 */
export class ChangeKeys {
  readonly #held = new Map<string, { state: string; key: string }>();

  keyOf(reference: string, state: string, at: Date): string {
    const held = this.#held.get(reference);
    if (held?.state === state) return held.key;
    const key = `${reference.replaceAll("/", "_")}_${state}_${at.getTime().toString(36)}`;
    if (this.#held.size >= rememberedMost) this.#held.clear();
    this.#held.set(reference, { state, key });
    return key;
  }
}
