import { Call, CallCount, type CallOutcome, pageOf } from "@guildhall/contract";
import { ask, countCalls, listCalls, refusedBy } from "@guildhall/sdk";
import { type As, pageLength } from "./as.ts";

/** Which calls are looked for. */
export interface CallFilter {
  readonly caller?: string;
  readonly outcome?: CallOutcome;
  readonly route?: string;
  readonly since: string;
  readonly cursor?: string;
}

/** The log of calls of the API. */
export function callsApi(as: As) {
  return {
    calls: (query: CallFilter) =>
      ask(listCalls({ ...as, query: { limit: pageLength, ...query } }), pageOf(Call)),
    callCounts: async (query: { days: number; caller?: string; route?: string }) =>
      (await ask(countCalls({ ...as, query }), pageOf(CallCount))).data,
    callSheet: async (query: CallFilter) => {
      const headers = { Accept: "text/csv" };
      const asked = listCalls({ ...as, query, headers, parseAs: "stream" });
      const { response, error } = await asked;
      if (!response?.ok) throw refusedBy(response, error);
      return response;
    },
  };
}
