import { z } from "zod";
import { AlloyError } from "./errors.ts";

/** Pages count from 1. Alloy's own parameters begin with a small or a capital letter, by the call. */
const Paging = z
  .object({ page: z.coerce.number().int().min(1), pageSize: z.coerce.number().int().min(1) })
  .transform((paging) => ({ ...paging, pageSize: Math.min(paging.pageSize, 1000) }));
export type Paging = z.infer<typeof Paging>;

const mostPages = 100;

export function readPaging(query: Record<string, string>): Paging {
  const paging = Paging.parse({
    page: query.page ?? query.Page ?? 1,
    pageSize: query.pageSize ?? query.PageSize ?? 100,
  });
  if (paging.page <= mostPages) return paging;
  throw new AlloyError("ResourceLimited", `At most ${mostPages} pages are served`);
}

export function pageOf<T>(all: readonly T[], { page, pageSize }: Paging) {
  const totalPages = Math.ceil(all.length / pageSize);
  return { page, pageSize, totalPages, results: all.slice((page - 1) * pageSize, page * pageSize) };
}
