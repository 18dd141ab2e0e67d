import { againstWhite, pointerTo, type Said } from "@guildhall/builder";
import {
  credentialOf,
  type Fault,
  type NewTenantCheck,
  type NewTenantConnector,
  Problem,
} from "@guildhall/contract";
import { type Db, lastEventOf, lastPlace, listBrands, listDomains } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { connectorFaults } from "../service/check/connector.ts";
import type { OnboardingDesk } from "./onboarding-desk.ts";

/** So long that the id of its sandbox, which is made of it, is one too. */
const longestId = 75;
/** What stands in addresses of the platform, or would be taken for it. */
const reserved = new Set(
  "admin api assets console cookbook docs guildhall mailbox platform root simulator www".split(" "),
);
/** How long the id of a tenant that left is nobody's. */
const restsForMs = 90 * 86_400_000;
/** What WCAG 2.2 AA asks for of text. */
const enough = 4.5;

/**
 * Hear what is wrong with a new tenant, as far as it is known yet; nothing is made.
 *
 * @throws Problem `request-invalid` with a sentence for each fault
 */
export async function checkNewTenant(
  ctx: Context,
  asked: NewTenantCheck,
  desk: OnboardingDesk,
): Promise<void> {
  requireScope(ctx, "platform:write");
  const said = [
    ...(await faultsOfId(ctx, asked, desk)),
    ...faultsOfColour(asked),
    ...(await faultsOfDomains(asked, desk)),
    ...faultsOfConnectors(asked, desk),
    ...(await faultsOfRecipes(ctx, asked)),
    ...faultsOfAdministrators(asked),
  ];
  if (said.length > 0) throw new Problem("request-invalid", { faults: said.map(toFault) });
}

/** Whether a tenant was begun and never finished: it holds nothing yet that anybody did. */
export async function isHalfMade(db: Db): Promise<boolean> {
  return (await lastPlace(db)) === 0 && (await listBrands(db)).length === 0;
}

async function faultsOfId(
  ctx: Context,
  { id }: NewTenantCheck,
  { store }: OnboardingDesk,
): Promise<Said[]> {
  if (id === undefined) return [];
  const at = ["id"];
  if (reserved.has(id)) return [[at, `“${id}” stands for a part of the platform.`]];
  if (id.endsWith("-test"))
    return [[at, `An id that ends in “-test” is that of a copy for trying out.`]];
  if (id.length > longestId) return [[at, `An id has no more than ${longestId} characters.`]];
  const left = await lastEventOf(ctx.db, { type: "tenant.erased", subject: id });
  if (left && left.at > ctx.now() - restsForMs)
    return [[at, `“${id}” left less than 90 days ago: its addresses may still be in use.`]];
  const known = await store.tenant(id);
  if (!known || (await isHalfMade(known.db))) return [];
  return [[at, `There is a tenant “${id}” already.`]];
}

function faultsOfColour({ colour }: NewTenantCheck): Said[] {
  if (colour === undefined || againstWhite(colour) >= enough) return [];
  return [[["colour"], `White text on ${colour} cannot be read by all. Choose a darker colour.`]];
}

async function faultsOfDomains(
  { id, domains = [] }: NewTenantCheck,
  { store, isOurs }: OnboardingDesk,
): Promise<Said[]> {
  const known = domains.length > 0 ? await listDomains(store.directory) : [];
  return domains.flatMap((domain, at): Said[] => {
    if (isOurs(domain)) return [[["domains", at], `${domain} is the platform's own address.`]];
    const isTaken = known.some((one) => one.domain === domain && one.tenant !== id);
    return isTaken ? [[["domains", at], `${domain} is another organisation's already.`]] : [];
  });
}

function faultsOfConnectors({ connectors = [] }: NewTenantCheck, desk: OnboardingDesk): Said[] {
  const ids = connectors.map(({ id }) => id);
  return connectors.flatMap((connector, at): Said[] => [
    ...(ids.indexOf(connector.id) < at
      ? [[["connectors", at, "id"], `There are two connectors “${connector.id}”.`] as const]
      : []),
    ...faultsOfConnector(connector, desk).map(
      ([path, sentence]): Said => [["connectors", at, ...path], sentence],
    ),
  ]);
}

/** What cannot work of one connector; also where it leads to what may not be called. */
export function faultsOfConnector(
  { credential, ...definition }: NewTenantConnector,
  { mayCall }: Pick<OnboardingDesk, "mayCall">,
): Said[] {
  const { address, kind } = definition;
  const mayNot = !address.startsWith("simulator:") && !mayCall(address);
  const isWrong =
    credential !== undefined && !credentialOf(definition).safeParse(credential).success;
  return [
    ...(mayNot ? [[["address"], "This address may not be called."] as const] : []),
    ...(isWrong
      ? [[["credential"], `This is not what a connector of kind ${kind} is let in with.`] as const]
      : []),
    ...connectorFaults(definition, []),
  ];
}

async function faultsOfRecipes(ctx: Context, { recipes }: NewTenantCheck): Promise<Said[]> {
  if (recipes === undefined || recipes === "all") return [];
  const known = new Set((await ctx.cookbook.list()).map(({ id }) => id));
  return recipes.flatMap((id, at): Said[] =>
    known.has(id) ? [] : [[["recipes", at], `The cookbook has no recipe “${id}”.`]],
  );
}

function faultsOfAdministrators({ administrators = [] }: NewTenantCheck): Said[] {
  const emails = administrators.map(({ email }) => email);
  return emails.flatMap((email, at): Said[] =>
    emails.indexOf(email) < at
      ? [[["administrators", at, "email"], "Two administrators have the same email address."]]
      : [],
  );
}

function toFault([path, detail]: Said): Fault {
  return { pointer: pointerTo(path), code: "unworkable", detail };
}
