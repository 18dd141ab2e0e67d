/** A moment as Uniform reads it: whatever zone it names is dropped. Undefined where it is no moment. */
export function floating(text: string): string | undefined {
  const read = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  return read?.[1] && !Number.isNaN(Date.parse(`${read[1]}Z`)) ? read[1] : undefined;
}
