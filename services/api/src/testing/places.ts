import {
  addSubscription,
  adoptRecipe,
  askForInformation,
  beginDryRun,
  beginReplay,
  beginScenarioRun,
  beginServiceDraft,
  commentOnPreview,
  giveFeedback,
  issueKey,
  keepPreviewAnswers,
  listTasks,
  planFolderImport,
  sharePreview,
  shareRecipe,
} from "@guildhall/domain";
import { addStaff } from "@guildhall/domain/testing";
import { adoptDocuments, insertAlarm, putTarget, transact } from "@guildhall/store";
import { exampleAccessRequest, exampleSubscription } from "../examples.ts";
import type { ApiWorld } from "../testing.ts";
import { agreed } from "./agreed.ts";
import { tinyPng } from "./tiny-png.ts";

/** What can stand for a parameter of a path: a thing that is there, and one of its kind that never was. */
export interface Place {
  readonly real: string;
  readonly random: string;
}

/** Things of one council, by the parameter of a path that leads to them. */
export interface Places {
  /** What stands for a parameter, by the noun before it and its name: `tasks/{id}`. */
  placeOf(name: string): Place;
  /** A path with each parameter filled in. */
  fill(path: string, kind: keyof Place): string;
  readonly process: string;
  /** What opens the draft, and the request for access: nobody else can. */
  readonly draftToken: string;
  readonly accessToken: string;
}

const randomId = "01kb3zq8w5v0t6m2h9r4c7d1xe";

/** Make one of everything that an address can lead to. */
export async function createPlaces(world: ApiWorld): Promise<Places> {
  const json = { service: "noise" };
  const draft = await (await world.ask("POST", "/drafts", { json })).json();
  const asked = await world.ask("POST", "/access-requests", { json: exampleAccessRequest });
  const access = await asked.json();
  const configured = await configuration(world);
  const { process, things } = await work(world);
  const places: Readonly<Record<string, Place>> = {
    ...configured,
    ...things,
    "drafts/{id}": idOf(draft.id),
    "documents/{document}": idOf(await attached(world, draft)),
    "access-requests/{id}": idOf(access.request.id),
  };
  const placeOf = (name: string): Place => {
    const place = places[name];
    if (!place?.real) throw new Error(missing(name));
    return place;
  };
  return {
    placeOf,
    fill: (path, kind) =>
      path.replaceAll(
        parameters,
        (_, noun, parameter) => `${noun}/${placeOf(`${noun}/${parameter}`)[kind]}`,
      ),
    process,
    draftToken: draft.token,
    accessToken: access.token,
  };
}

/** A parameter of a path, with the noun before it. */
export const parameters = /([^/]+)\/(\{\w+\})/g;

/** What a council sets up. */
async function configuration(world: ApiWorld): Promise<Record<string, Place>> {
  const { ctx, ground } = world;
  const person = await addStaff(ctx, ["viewer"], "Grace Hopper");
  const key = await issueKey(ctx, { name: "Acme", kind: "vendor", scopes: ["notes:read"] });
  const kid = ground.keys.set.keys[0]?.kid ?? "";
  const draft = await beginServiceDraft(ctx, { service: "noise" });
  return {
    "services/{service}": { real: "noise", random: "not-there" },
    "versions/{version}": { real: "1", random: "99" },
    "service-drafts/{service}": { real: draft.service, random: "not-there" },
    "mappings/{mapping}": { real: "case", random: "not-there" },
    ...(await triedOut(world)),
    "folder-imports/{id}": idOf(await imported(world)),
    "brands/{brand}": { real: "exampleshire", random: "not-there" },
    ...(await cooked(world)),
    "targets/{target}": { real: await described(world), random: "not-there" },
    "targets/{design}": { real: "create-item", random: "not-there" },
    "tenants/{id}": { real: "exampleshire", random: "not-there" },
    "connectors/{connector}": { real: "back-office", random: "not-there" },
    "payments/{connector}": { real: "pay", random: "not-there" },
    "tiles/{tile}": { real: "15-16394-10794", random: "7-1-1" },
    "people/{id}": idOf(person.id),
    "agreements/{id}": idOf(await agreed(world)),
    "keys/{id}": { real: key.id, random: "000000000000" },
    "signing-keys/{kid}": { real: kid, random: "A".repeat(43) },
  };
}

/** A recipe that was shared, and a service that was adopted from it. */
async function cooked({ ctx }: ApiWorld): Promise<Record<string, Place>> {
  const said = { service: "noise", news: "The first.", withMappings: false };
  const parts = [{ at: "/target", may: "must-change" as const }];
  const { recipe } = await shareRecipe(ctx, { ...said, parts });
  const { service } = await adoptRecipe(ctx, recipe, { service: "adopted" });
  return {
    "recipes/{recipe}": { real: recipe, random: "not-there" },
    "adoptions/{service}": { real: service, random: "not-there" },
  };
}

/** What was tried out of a service. */
async function triedOut({ ctx, deps }: ApiWorld): Promise<Record<string, Place>> {
  const run = await (await beginDryRun(ctx, "noise", {}, deps.dryRuns)).done;
  const scenarios = await (await beginScenarioRun(ctx, "noise", {}, deps.dryRuns)).done;
  return { "dry-runs/{id}": idOf(run.id), "scenario-runs/{id}": idOf(scenarios.id) };
}

/** A process, and what comes with it. */
async function work(world: ApiWorld) {
  const subscription = await addSubscription(world.ctx, { ...exampleSubscription }, () => true);
  const { id: process, reference } = await world.start();
  const owed = await world.owed(process);
  const owedAs = (kind: string) => idOf(owed.find((row) => row.kind === kind)?.id ?? "");
  const [task] = (await listTasks(world.ctx, process)).data;
  const replay = await beginReplay(world.ctx, { rewrite: false, useLive: false });
  const feedback = await giveFeedback(world.ctx, { page: "home", text: "Too small" });
  const things: Record<string, Place> = {
    "tracking/{reference}": { real: reference, random: "EXM-2222-2222" },
    "documents/{id}": idOf(await picture(world, process)),
    "processes/{id}": idOf(process),
    "information-requests/{request}": idOf(await asked(world, process)),
    "tasks/{id}": idOf(task?.id ?? ""),
    "teams/{team}": { real: "Noise", random: "not-there" },
    "messages/{id}": owedAs("message"),
    "deliveries/{id}": owedAs("delivery"),
    "deliveries/{delivery}": owedAs("webhook"),
    "replays/{id}": idOf(replay.id),
    "alarms/{id}": idOf(await raised(world)),
    "subscriptions/{id}": idOf(subscription.id),
    "feedback/{id}": idOf(feedback.id),
    ...(await previewed(world)),
  };
  return { process, things };
}

/** Something that a citizen can be asked. */
async function asked({ ctx }: ApiWorld, process: string): Promise<string> {
  const said = { ownQuestion: "Which floor is it?", reason: "We cannot tell." };
  return (await askForInformation(ctx, process, said)).id;
}

/** A service that is shown before it is published, and what somebody said and filled in there. */
async function previewed({ ctx }: ApiWorld): Promise<Record<string, Place>> {
  const { definition } = await ctx.catalogue.live("noise");
  const { id: _, ...shown } = definition;
  const expiresAt = new Date(ctx.now() + 86_400_000).toISOString();
  const asked = { name: "First try", definition: shown, expiresAt, showsComments: true };
  const { id, url = "" } = await sharePreview(ctx, "noise", asked);
  const [key = "", session] = [url.split("/").at(-1), "s".repeat(43)];
  await keepPreviewAnswers(ctx, { key, session }, { answers: {}, seen: [] });
  const [page] = definition.form.pages;
  const said = { page: page?.id ?? "", author: "Grace", text: "Why?" };
  const comment = await commentOnPreview(ctx, key, said);
  return {
    "previews/{id}": idOf(id),
    "comments/{comment}": idOf(comment.id),
    "shown-previews/{key}": { real: key, random: "A".repeat(43) },
    "answers/{session}": { real: session, random: "A".repeat(43) },
  };
}

/** A target with one field. */
async function described({ ctx }: ApiWorld): Promise<string> {
  const row = {
    id: "case",
    name: "Case",
    source: "json-schema",
    format: "json",
    root: null,
    namespaces: null,
    remarks: [],
    fieldCount: 1,
    requiredCount: 1,
    readAt: ctx.now(),
  } as const;
  const title = { target: "title", title: "Title", type: "text" } as const;
  const field = { ...title, required: true, repeats: false };
  await transact(ctx.db, (tx) => putTarget(tx, row, [field]));
  return row.id;
}

/** A folder with nothing in it, which changes nothing. */
async function imported({ ctx }: ApiWorld): Promise<string> {
  const none = { brands: [], connectors: [], datasets: [], schemas: [] };
  const contents = { ...none, targets: [], services: [], withdrawn: [], drafts: [] };
  const given = async () => ({ contents, digest: "none", hasTenant: false });
  return (await planFolderImport(ctx, given, () => true)).id;
}

/** An alarm that nobody has acknowledged. */
async function raised({ ctx }: ApiWorld): Promise<string> {
  const alarm = {
    id: ctx.ids.id("alm"),
    kind: "delivery-stuck",
    subject: "back-office/outcome-unknown",
    role: "tenant-admin",
    data: JSON.stringify({ connector: "back-office", code: "outcome-unknown" }),
    raisedAt: ctx.now(),
  } as const;
  return (await transact(ctx.db, (tx) => insertAlarm(tx, alarm))).id;
}

function missing(name: string): string {
  return `Nothing stands for “${name}”: add a thing of that kind to createPlaces in services/api/src/testing/places.ts, so that its routes are tried with foreign credentials and with input of every kind.`;
}

function idOf(real: string): Place {
  return { real, random: `${real.slice(0, 4)}${randomId}` };
}

/** A picture that came with a process: there is a small one of it too. */
async function picture(world: ApiWorld, process: string): Promise<string> {
  const draft = await (await world.ask("POST", "/drafts", { json: { service: "noise" } })).json();
  const id = await attached(world, draft, new File([tinyPng], "garden.png"));
  await transact(world.ctx.db, (tx) => adoptDocuments(tx, draft.id, process));
  return id;
}

async function attached(
  world: ApiWorld,
  draft: { id: string; token: string },
  file = new File(["A dog barked at 2am."], "diary.txt"),
): Promise<string> {
  const body = new FormData();
  body.set("file", file);
  const as = draft.token;
  const response = await world.ask("POST", `/drafts/${draft.id}/documents`, { as, body });
  return (await response.json()).id;
}
