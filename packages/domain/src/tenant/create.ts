import {
  type NewTenant,
  type NewTenantConnector,
  Problem,
  type Recipe,
  TenantDefinition,
} from "@guildhall/contract";
import {
  appendEvent,
  listBrands,
  putBrand,
  putConnector,
  putSecret,
  sealSecret,
} from "@guildhall/store";
import { change, type Unit } from "../change.ts";
import { credentialName } from "../connection/get.ts";
import { asPlatform, type Context, requireScope } from "../context.ts";
import { letIn } from "../person/add.ts";
import { adopt } from "../recipe/adopt.ts";
import { tryToNoteTaken } from "../recipe/taken.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import { checkNewTenant } from "./check-new.ts";
import type { OnboardingDesk } from "./onboarding-desk.ts";

/** A tenant that was taken on. */
export interface CreatedTenant {
  readonly id: string;
  readonly name: string;
}

/**
 * Take a tenant on: with its brand, its connections, the recipes that it begins with as drafts, and its first
 * administrators, who are written to.
 *
 * All that is its own is stored in one transaction. What was killed between the directory and that holds nothing, and is
 * finished when it is asked for again.
 *
 * @throws Problem `request-invalid` with a sentence for each fault, `sign-in-again`
 */
export async function createTenant(
  ctx: Context,
  asked: NewTenant,
  desk: OnboardingDesk,
): Promise<CreatedTenant> {
  requireScope(ctx, "platform:write");
  requireRecentSignIn(ctx);
  await checkNewTenant(ctx, asked, desk);
  const { id, name } = asked;
  const recipes = await recipesOf(ctx, asked.recipes);
  await desk.store.addTenant(definitionOf(asked, ctx.tenant.id), { now: ctx.now() });
  const ground = await desk.groundFor(id);
  if (!ground) throw new Error(`The directory lost the tenant ${id}`);
  const own: Context = { ...asPlatform(ground), actor: ctx.actor };
  const connectors = await Promise.all(asked.connectors.map((one) => seal(own, one)));
  await change(own, (unit) => fill(unit, { asked, recipes, connectors }));
  await tryToNoteTaken(own);
  const created = { id, name };
  return change(ctx, async ({ tx }) => {
    await appendEvent(tx, { ...began(ctx), subject: id, data: {} });
    return created;
  });
}

function began({ actor, now }: Pick<Context, "actor" | "now">) {
  return { type: "tenant.created", actor, at: now() } as const;
}

async function recipesOf({ cookbook }: Context, asked: NewTenant["recipes"]): Promise<Recipe[]> {
  const ids = asked === "all" ? (await cookbook.list()).map(({ id }) => id) : [...new Set(asked)];
  const known: Recipe[] = [];
  for (const id of ids) known.push((await cookbook.latest(id)).recipe);
  return known;
}

function definitionOf(asked: NewTenant, runBy: string): TenantDefinition {
  const { id, kind, name, website, domains, signIn } = asked;
  return TenantDefinition.parse({
    id,
    kind,
    name,
    referencePrefix: asked.referencePrefix ?? prefixOf(id),
    runBy,
    ...(website !== undefined && { website }),
    ...(domains !== undefined && { domains }),
    ...(signIn !== undefined && { signIn }),
  });
}

/** Three letters of its id, as people shorten a name. */
function prefixOf(id: string): string {
  return id
    .replaceAll(/[^a-z]/g, "")
    .slice(0, 3)
    .padEnd(2, "X")
    .toUpperCase();
}

interface Sealed {
  readonly definition: Omit<NewTenantConnector, "credential">;
  readonly jwe: string | undefined;
}

async function seal(
  { db }: Context,
  { credential, ...definition }: NewTenantConnector,
): Promise<Sealed> {
  if (credential === undefined) return { definition, jwe: undefined };
  return { definition, jwe: await sealSecret(db.vault, credentialName(definition.id), credential) };
}

interface Given {
  readonly asked: NewTenant;
  readonly recipes: readonly Recipe[];
  readonly connectors: readonly Sealed[];
}

async function fill(unit: Unit, { asked, recipes, connectors }: Given): Promise<void> {
  const { ctx, tx } = unit;
  if ((await listBrands(tx)).length > 0) throw taken(asked.id);
  await appendEvent(tx, { ...began(ctx), subject: asked.id, data: {} });
  await putBrand(tx, brandOf(asked), undefined);
  for (const { definition, jwe } of connectors) {
    await putConnector(tx, definition);
    if (jwe !== undefined)
      await putSecret(tx, credentialName(definition.id), { jwe, updatedAt: ctx.now() });
  }
  for (const recipe of recipes) await adopt(unit, recipe, { service: recipe.id });
  for (const one of asked.administrators)
    await letIn(unit, { ...one, roles: ["tenant-admin", "designer"] }, true);
}

function brandOf({ id, name, shortName = name.slice(0, 40), colour }: NewTenant) {
  const colours = { brand: colour, link: colour, linkHover: darker(colour) };
  return { id, name, shortName: shortName.trim(), colours };
}

/** Two thirds of a colour, which is further from white. */
function darker(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.floor((part * 2) / 3)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function taken(id: string): Problem {
  const detail = `There is a tenant “${id}” already.`;
  return new Problem("request-invalid", {
    faults: [{ pointer: "/id", code: "unworkable", detail }],
  });
}
