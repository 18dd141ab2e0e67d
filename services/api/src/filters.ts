import { z } from "@hono/zod-openapi";

/** A parameter that may be given several times: any of the values will do. */
export function several<T extends z.ZodType>(item: T) {
  const asList = (value: unknown) => (typeof value === "string" ? [value] : value);
  return z.preprocess(asList, z.array(item).min(1).max(50).optional());
}
