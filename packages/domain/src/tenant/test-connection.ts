import { pointerTo } from "@guildhall/builder";
import { type ConnectionTest, type NewTenantConnector, Problem } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { faultsOfConnector } from "./check-new.ts";
import type { OnboardingDesk } from "./onboarding-desk.ts";

/**
 * Speak to an outside system once with a connection that is not kept yet. Nothing is changed there, and nothing is kept.
 *
 * @throws Problem `request-invalid`, `scope-missing`
 */
export async function testConnection(
  ctx: Context,
  connector: NewTenantConnector,
  desk: Pick<OnboardingDesk, "mayCall" | "tryConnection">,
): Promise<ConnectionTest> {
  requireScope(ctx, "platform:write");
  const said = faultsOfConnector(connector, desk);
  if (said.length > 0)
    throw new Problem("request-invalid", {
      faults: said.map(([path, detail]) => ({
        pointer: pointerTo(path),
        code: "unworkable",
        detail,
      })),
    });
  return desk.tryConnection(connector);
}
