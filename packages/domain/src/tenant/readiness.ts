import { againstWhite } from "@guildhall/builder";
import {
  type ConnectorDefinition,
  Problem,
  type ReadinessCheck,
  type ServiceDraft,
  type TenantReadiness,
} from "@guildhall/contract";
import {
  describeSecret,
  findServiceDraft,
  listBrands,
  listConnectors,
  listLiveVersions,
  listPeople,
  listServiceDrafts,
  type ServiceDraftLine,
} from "@guildhall/store";
import { credentialName } from "../connection/get.ts";
import { asPlatform, type Context, requireScope } from "../context.ts";
import { getDraftReadiness } from "../service-draft/readiness.ts";
import type { OnboardingDesk } from "./onboarding-desk.ts";

type Check = ReadinessCheck;

/**
 * See what of a tenant is ready and what is not, for whoever runs the platform for it: names of services and numbers,
 * and nothing of what people wrote.
 *
 * @throws Problem `not-found`, also for a tenant that the platform is not run for by whoever asks
 */
export async function getTenantReadiness(
  ctx: Context,
  tenant: string,
  desk: Pick<OnboardingDesk, "groundFor" | "store">,
): Promise<TenantReadiness> {
  requireScope(ctx, "platform:read");
  const own = await reachRun(ctx, tenant, desk);
  const drafts = await listServiceDrafts(own.db);
  const live = await listLiveVersions(own.db, { limit: 10_000 });
  const checks = [
    ...(await checkBrand(own)),
    checkDomain(own),
    checkSignIn(own),
    await checkAdministrators(own),
    ...(await checkConnectors(own)),
  ];
  for (const draft of drafts) checks.push(...(await checkService(own, draft)));
  return { tenant, name: own.tenant.name, live: live.length, checks };
}

/** A tenant as the platform acts in it, where the asker's runs the platform for it. @throws Problem `not-found` */
export async function reachRun(
  { tenant: { id: runBy } }: Context,
  id: string,
  { groundFor, store }: Pick<OnboardingDesk, "groundFor" | "store">,
): Promise<Context> {
  const ground = (await store.tenant(id)) && (await groundFor(id));
  if (ground?.tenant.runBy !== runBy || ground.tenant.sandboxOf !== undefined)
    throw new Problem("not-found");
  return asPlatform(ground);
}

const enough = 4.5;

async function checkBrand({ db, tenant }: Context): Promise<Check[]> {
  return (await listBrands(db)).map(({ name, logo, colours }) => {
    const title = name === tenant.name ? "Brand" : `Brand of ${name}`;
    const isPale = againstWhite(colours.brand) < enough;
    if (isPale) return toDo("brand", title, "Its colour cannot be read by all on white.");
    const words = logo === undefined ? "Its pages show the name; there is no logo." : "";
    return ready("brand", title, `Its colours can be read by all. ${words}`.trim());
  });
}

function checkDomain({ tenant: { domains = [] } }: Context): Check {
  const [first] = domains;
  const sentence =
    first === undefined
      ? "Its pages stand under the platform's own address."
      : `Its pages stand under ${first}, once that name leads here.`;
  return ready("domain", "Address", sentence);
}

function checkSignIn({ tenant: { signIn } }: Context): Check {
  const sentence =
    signIn === undefined
      ? "Staff are sent a link by email."
      : `Staff sign in with ${signIn.name}; the client's secret is set by the command line.`;
  return ready("sign-in", "Staff sign-in", sentence);
}

async function checkAdministrators({ db }: Context): Promise<Check> {
  const people = await listPeople(db, { limit: 100 });
  const admins = people.filter(({ active, roles }) => active && roles.includes("tenant-admin"));
  const came = admins.filter(({ lastSignedInAt }) => lastSignedInAt !== null).length;
  const title = "Administrators";
  if (admins.length === 0) return toDo("administrators", title, "Nobody can let anybody in.");
  if (came === 0)
    return toDo("administrators", title, `${admins.length} invited; nobody has signed in yet.`);
  return ready("administrators", title, `${came} of ${admins.length} have signed in.`);
}

async function checkConnectors({ db }: Context): Promise<Check[]> {
  const connectors = (await listConnectors(db)).map(({ definition }) => definition);
  if (connectors.length === 0)
    return [toDo("connector", "Back office", "No back office is connected yet.")];
  return Promise.all(
    connectors.map(async (connector) => {
      const isLetIn = (await describeSecret(db, credentialName(connector.id))) !== undefined;
      return { ...checkConnector(connector, isLetIn), subject: connector.id };
    }),
  );
}

function checkConnector({ name, kind }: ConnectorDefinition, isLetIn: boolean): Check {
  if (isLetIn || kind === "open311")
    return ready("connector", name, "It is set up, with what it is let in with.");
  return toDo("connector", name, "Its credential is not set.");
}

async function checkService(own: Context, line: ServiceDraftLine): Promise<Check[]> {
  const { service: subject, title } = line;
  const { sections } = await getDraftReadiness(own, subject);
  const left = sections.flatMap(({ findings }) => findings.filter(({ advice }) => !advice)).length;
  const state =
    left === 0
      ? ready("service", title, "It can be published.")
      : toDo("service", title, `${countOf(left, "thing")} left to do before it can be published.`);
  const draft = await findServiceDraft(own.db, subject);
  const scenarios = draft?.definition.scenarios ?? [];
  return scenarios.length === 0
    ? [{ ...state, subject }]
    : [
        { ...state, subject },
        { ...checkScenarios(line, scenarios), subject },
      ];
}

function checkScenarios(
  { title: service, tried, revision }: ServiceDraftLine,
  scenarios: NonNullable<ServiceDraft["definition"]["scenarios"]>,
): Check {
  const title = `Scenarios of “${service}”`;
  const all = countOf(scenarios.length, "scenario");
  if (tried?.revision !== revision) return toDo("scenarios", title, `${all} not run yet.`);
  const green = scenarios.filter(({ id }) => tried.green[id]).length;
  if (green === scenarios.length) return ready("scenarios", title, `${all} went as they have to.`);
  return toDo("scenarios", title, `${scenarios.length - green} of ${all} went otherwise.`);
}

function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function ready(about: Check["about"], title: string, sentence: string): Check {
  return { about, title, state: "ready", sentence };
}

function toDo(about: Check["about"], title: string, sentence: string): Check {
  return { about, title, state: "to-do", sentence };
}
