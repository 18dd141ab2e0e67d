import { NewPerson, Role } from "@guildhall/contract";
import type { Refused } from "@guildhall/sdk";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import type { Faults } from "../pages/frame.ts";
import {
  NewPersonPage,
  PeoplePage,
  rolesOffered,
  type TypedPerson,
} from "../pages/people-pages.tsx";
import {
  PersonPage,
  type PersonPageProps,
  RemovePersonPage,
  SignOutPersonPage,
} from "../pages/person-page.tsx";
import { isNamed, nameAsked } from "../pages/typed-name.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

const noPerson: TypedPerson = { name: "", email: "", roles: [] };
const refusals = ["request-invalid", "invalid-text", "invalid-transition"];

/** People: see who may sign in, let colleagues in, and say what each may do. */
export function peopleRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/people", async (c) => {
    const { data, nextCursor } = await c.var.desk.api.people(c.req.query("cursor"));
    const page = { ...frameOf(c, parts), people: data, more: moreOf(c, nextCursor) };
    return c.html(<PeoplePage {...page} />);
  });
  app.get("/people/new", (c) => showForm(c, parts, { typed: noPerson, faults: {} }));
  app.post("/people/new", (c) => add(c, parts));
  app.get("/people/:id", async (c) => {
    const person = await c.var.desk.api.person(c.req.param("id"));
    return showPerson(c, parts, { person, faults: {} });
  });
  app.post("/people/:id", (c) => change(c, parts, c.req.param("id")));
  app.get("/people/:id/sign-out", async (c) => {
    const person = await c.var.desk.api.person(c.req.param("id"));
    return c.html(<SignOutPersonPage {...frameOf(c, parts)} person={person} />);
  });
  app.post("/people/:id/sign-out", async (c) => {
    const id = c.req.param("id");
    await c.var.desk.api.signOutPerson(id);
    return doneAt(c, c.var.office.at.person(id), "person-signed-out");
  });
  app.get("/people/:id/remove", async (c) => {
    const person = await c.var.desk.api.person(c.req.param("id"));
    return c.html(<RemovePersonPage {...frameOf(c, parts)} person={person} faults={{}} />);
  });
  app.post("/people/:id/remove", (c) => remove(c, parts, c.req.param("id")));
  return app;
}

async function showForm(
  c: Context<ConsoleEnv>,
  parts: Parts,
  { typed, faults, once }: { typed: TypedPerson; faults: Faults; once?: string },
): Promise<Response> {
  const { name: provider } = await c.var.office.visitor.signInMethod();
  const page = { ...frameOf(c, parts), typed, faults, provider };
  const status = Object.keys(faults).length > 0 ? 400 : 200;
  return c.html(<NewPersonPage {...page} once={once ?? crypto.randomUUID()} />, status);
}

async function add(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const typed = {
    name: fieldOf(fields, "name") ?? "",
    email: fieldOf(fields, "email") ?? "",
    roles: fields.get("roles") ?? [],
  };
  const read = NewPerson.safeParse({ ...typed, name: typed.name.trim() });
  if (!read.data) {
    const wrong = read.error.issues.map(({ path }) => String(path[0]));
    return showForm(c, parts, { typed, faults: faultsOf(wrong), once });
  }
  const { api } = c.var.desk;
  const { refused } = await answerOrRefusal(api.addPerson(read.data, once), refusals);
  if (!refused) return doneAt(c, c.var.office.at.people, "person-added");
  return showForm(c, parts, { typed, faults: faultsIn(refused), once });
}

async function change(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const { api } = c.var.desk;
  const asked = readChange(c, await formOf(c));
  const { refused } = await answerOrRefusal(api.changePerson(id, asked), refusals);
  if (!refused) return doneAt(c, c.var.office.at.person(id), "person-changed");
  const person = await api.person(id);
  return showPerson(c, parts, { person, typed: asked, faults: faultsIn(refused) });
}

async function showPerson(
  c: Context<ConsoleEnv>,
  parts: Parts,
  shown: Pick<PersonPageProps, "person" | "typed" | "faults">,
): Promise<Response> {
  const { name: provider } = await c.var.office.visitor.signInMethod();
  const status = Object.keys(shown.faults).length > 0 ? 409 : 200;
  return c.html(<PersonPage {...frameOf(c, parts)} {...shown} provider={provider} />, status);
}

/** A role that is not offered to this person stays with whoever has it only as far as the API lets it. */
function readChange(c: Context<ConsoleEnv>, fields: Fields): { roles: Role[]; active: boolean } {
  const { office, desk } = c.var;
  const offered = new Set(rolesOffered(office, desk));
  const roles = Role.array()
    .catch([])
    .parse(fields.get("roles") ?? []);
  return {
    roles: [...new Set(roles)].filter((role) => offered.has(role)),
    active: fieldOf(fields, "active") !== "no",
  };
}

async function remove(c: Context<ConsoleEnv>, parts: Parts, id: string): Promise<Response> {
  const { api } = c.var.desk;
  const fields = await formOf(c);
  const person = await api.person(id);
  const page = { ...frameOf(c, parts), person };
  if (!isNamed(fieldOf(fields, "name"), person.name))
    return c.html(<RemovePersonPage {...page} faults={{ name: nameAsked(person.name) }} />, 422);
  const { refused } = await answerOrRefusal(api.removePerson(id), refusals);
  if (!refused) return doneAt(c, c.var.office.at.people, "person-removed");
  return c.html(<RemovePersonPage {...page} faults={{ confirm: lastAdmin }} />, 409);
}

const lastAdmin =
  "Nobody else can let people in. Make somebody else an administrator before you do this";

const words: Faults = {
  name: "Enter their name, in 120 characters or fewer",
  email: "Enter an email address, like name@example.gov.uk",
  roles: "Choose at least one role",
};

function faultsOf(wrong: readonly string[]): Faults {
  return Object.fromEntries(Object.entries(words).filter(([field]) => wrong.includes(field)));
}

function faultsIn({ faults }: Refused): Faults {
  const [{ code = "", pointer = "" } = {}] = faults;
  if (code === "last-admin") return { roles: lastAdmin };
  if (code === "already-known") return { email: "Somebody here has this email address already" };
  if (code === "role-not-here") return { roles: "Nobody can have this role here" };
  const field = pointer.split("/")[1] ?? "";
  return { [field in words ? field : "roles"]: words[field] ?? "This cannot be done" };
}
