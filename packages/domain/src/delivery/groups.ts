import { type DeliveryGroup, Problem } from "@guildhall/contract";
import { groupStuck } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { timeOfId } from "../ids.ts";
import { instant } from "../process/present.ts";
import { wordsOfCode } from "./code-words.ts";

/** Group the deliveries that wait for a person by what is wrong, the largest group first. */
export async function listDeliveryGroups(ctx: Context): Promise<{ data: DeliveryGroup[] }> {
  requireScope(ctx, "deliveries:read");
  if (ctx.only) throw new Problem("scope-missing");
  const groups = await groupStuck(ctx.db);
  const data = groups.map(async ({ connector, state, code, count, oldest, newest }) => {
    const { means, advice } = wordsOfCode(code ?? "");
    return {
      connector,
      connectorName: await ctx.catalogue.connectorName(connector),
      state,
      ...(code === null ? {} : { code }),
      codeText: means,
      advice,
      count,
      oldestAt: instant(timeOfId(oldest)),
      newestAt: instant(timeOfId(newest)),
    };
  });
  return { data: await Promise.all(data) };
}
