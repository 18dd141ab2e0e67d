import { type Agreement, type Fault, type NewAgreement, Problem } from "@guildhall/contract";
import type { AgreementRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import type { Ground } from "../ground.ts";
import { idFrom } from "../ids.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { signature, tellBoth } from "./sign.ts";

/**
 * Propose an agreement to another tenant. It is approved by that for the side that proposes it, and begins once a person
 * of the other side approves it too.
 *
 * @throws Problem `request-invalid` (no such tenant or service, or a time that is past), `scope-missing` where it is
 * only tried out
 */
export async function proposeAgreement(ctx: Context, input: NewAgreement): Promise<Agreement> {
  requireScope(ctx, "agreements:write");
  requireRecentSignIn(ctx);
  if (ctx.tenant.sandboxOf !== undefined) throw new Problem("scope-missing");
  const { side, purpose, services } = input;
  const other = await otherSide(ctx, input);
  await checkServices(side === "owner" ? ctx : other, services ?? []);
  const [us, them] = [ctx.tenant.id, other.tenant.id];
  const signed = signature(ctx);
  const row: AgreementRow = {
    // One request that comes twice at the same moment proposes one.
    id: ctx.request ? idFrom("agr", ctx.request.id) : ctx.ids.id("agr"),
    owner: side === "owner" ? us : them,
    serving: side === "owner" ? them : us,
    purpose,
    services: services ?? null,
    endsAt: Date.parse(input.until),
    proposedBy: side,
    proposedAt: signed.at,
    ownerApproval: side === "owner" ? signed : null,
    servingApproval: side === "owner" ? null : signed,
    ended: null,
  };
  return tellBoth(ctx, await ctx.agreements.propose(row), "agreement.proposed");
}

async function otherSide(ctx: Context, { with: other, until }: NewAgreement): Promise<Ground> {
  if (Date.parse(until) <= ctx.now()) throw invalid([{ pointer: "/until", code: "past" }]);
  const ground = other === ctx.tenant.id ? undefined : await ctx.agreements.ground(other);
  if (!ground || ground.tenant.sandboxOf !== undefined)
    throw invalid([{ pointer: "/with", code: "unknown" }]);
  return ground;
}

async function checkServices(owner: Ground, services: readonly string[]): Promise<void> {
  const known = await Promise.all(
    services.map((service) =>
      owner.catalogue.live(service).then(
        () => true,
        () => false,
      ),
    ),
  );
  const faults = known.flatMap((isKnown, place) =>
    isKnown ? [] : [{ pointer: `/services/${place}`, code: "unknown" }],
  );
  if (faults.length > 0) throw invalid(faults);
}

function invalid(faults: readonly Fault[]): Problem {
  return new Problem("request-invalid", { faults: [...faults] });
}
