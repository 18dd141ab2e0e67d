/** Work something out once for each value, for values that never change. */
export function perValue<Value extends object, Result extends object>(
  work: (value: Value) => Result,
): (value: Value) => Result {
  const known = new WeakMap<Value, Result>();
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    const result = work(value);
    known.set(value, result);
    return result;
  };
}
