/** Tell whether a label may have a series of its own: the first `most` that come may, and all others share one. */
export function atMost(most: number): (label: string) => boolean {
  const known = new Set<string>();
  return (label) => {
    if (known.has(label)) return true;
    if (known.size >= most) return false;
    known.add(label);
    return true;
  };
}
