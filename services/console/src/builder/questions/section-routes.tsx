import { Button, fieldOf, Input } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { onDraft } from "../ground/on-draft.ts";
import { changesIn, Entered, Was } from "../ground/part-fields.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { questionAddresses } from "./addresses.ts";
import { type DraftFormPage, pageAt, pathOfPage } from "./held.ts";
import { removedMeanwhile } from "./removed.ts";
import { begunSection, canBeginAt, pathOfSection, sectionAt } from "./sections.ts";

/** The page on which a section of the task list is begun and named. */
export function sectionRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/questions/section", onDraft(parts, show));
  app.post("/services/:service/questions/section", onDraft(parts, save));
  return app;
}

type Ctx = Context<ConsoleEnv>;
type Section = DraftFrame["draft"]["definition"]["form"]["sections"][number];

interface Asked {
  /** The section to change; else a new one begins at a page, or is the first of all. */
  readonly section?: Section | undefined;
  readonly from?: DraftFormPage | undefined;
  /** Whether what the address names is there no more. */
  readonly isGone: boolean;
}

function askedIn(c: Ctx, { draft: { definition } }: DraftFrame): Asked {
  const [at, begins] = [c.req.query("at"), c.req.query("from")];
  if (at !== undefined) {
    const section = sectionAt(definition, at);
    return { section, isGone: !section };
  }
  if (begins === undefined) return { isGone: definition.form.sections.length > 0 };
  const from = pageAt(definition, begins);
  return { from, isGone: !from || !canBeginAt(definition, from) };
}

function show(c: Ctx, frame: DraftFrame): Response | Promise<Response> {
  const asked = askedIn(c, frame);
  if (asked.isGone) throw new NotFound();
  return c.html(<SectionPage frame={frame} {...asked} />);
}

const names = { title: "What it is called", hint: "What is said under it" };

async function save(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const asked = askedIn(c, frame);
  if (asked.isGone) return removedMeanwhile(c, frame, { fields, names: Object.entries(names) });
  const { section, from } = asked;
  const title = fieldOf(fields, "title")?.trim() ?? "";
  const hint = fieldOf(fields, "hint")?.trim() ?? "";
  const onFault = (faults: Faults) => {
    const page = { frame, ...asked, entered: new Entered(fields), faults };
    return c.html(<SectionPage {...page} />, 422);
  };
  if (title === "") return onFault({ title: "Enter what the section is called" });
  const to = questionAddresses(frame.here);
  if (section) {
    const at = pathOfSection(section);
    const parts = (["title", "hint"] as const).map((field) => ({ field, at: `${at}/${field}` }));
    const edits = changesIn(fields, parts);
    return saveEdits(c, frame, { fields, edits, next: to.placed(at, "saved"), onFault });
  }
  const words = { title, ...(hint === "" ? {} : { hint }) };
  const begun = begunSection(frame.draft.definition, words, from);
  const edits = begun.edits.map((edit) => ({ edit, field: "title" }));
  return saveEdits(c, frame, { fields, edits, next: to.placed(begun.at, "added"), onFault });
}

interface SectionPageProps extends Asked {
  readonly frame: DraftFrame;
  readonly entered?: Entered;
  readonly faults?: Faults;
}

function SectionPage({
  frame,
  section,
  from,
  entered = new Entered(),
  faults = {},
}: SectionPageProps) {
  const to = questionAddresses(frame.here);
  const kept = { title: section?.title ?? "", hint: section?.hint ?? "" };
  const begins = from ? to.beginSection(pathOfPage(from)) : to.firstSection;
  return (
    <DraftPage
      frame={frame}
      title={section ? "Change a section" : "Begin a section"}
      way={[{ content: "Questions", href: to.list }]}
      faults={faults}
    >
      <p class="govuk-body">{aboutOf({ section, from })}</p>
      <form method="post" action={section ? to.section(pathOfSection(section)) : begins} novalidate>
        <Seen frame={frame} />
        <Was field="title" value={entered.was("title", kept.title)} />
        <Input
          name="title"
          label={{ content: names.title, classes: "govuk-label--s" }}
          hint="Such as “About you”. People read it in the task list."
          value={entered.now("title", kept.title)}
          errorMessage={faults.title}
        />
        <Was field="hint" value={entered.was("hint", kept.hint)} />
        <Input
          name="hint"
          label={{ content: `${names.hint} (optional)`, classes: "govuk-label--s" }}
          value={entered.now("hint", kept.hint)}
          errorMessage={faults.hint}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{section ? "Save" : "Begin the section"}</Button>
          <a class="govuk-link" href={to.list}>
            Back to all questions
          </a>
        </div>
      </form>
    </DraftPage>
  );
}

/** What becomes of pages with it. */
function aboutOf({ section, from }: Pick<Asked, "section" | "from">): string {
  if (section) return "A long form is filled in from a task list. This is one part of it.";
  return from
    ? `It takes the page “${from.title}”, and those behind it that are in the same section now.`
    : "A long form is filled in from a task list, section by section, in any order. The first section takes all pages. Then you can begin another at any page.";
}
