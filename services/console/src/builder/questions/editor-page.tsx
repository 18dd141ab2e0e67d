import { Button, Checkboxes, Details, Input } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Faults } from "../../pages/frame.ts";
import { NewConditionButton } from "../conditions/new-condition-button.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Autosave, DraftPage, Seen } from "../ground/draft-page.tsx";
import { EnterButton } from "../ground/enter-button.tsx";
import { Was } from "../ground/part-fields.tsx";
import { questionAddresses } from "./addresses.ts";
import { sourcesBefore } from "./calculation/sources.ts";
import type { AnyQuestion, HeldQuestion } from "./held.ts";
import { Preview } from "./preview.tsx";
import { questionTypes } from "./question-types.ts";
import type { Shown } from "./read-question.ts";
import { SettingField } from "./setting-field.tsx";
import { type Setting, settings, settingsFor } from "./settings.ts";
import { hasWelsh, isOld, type WelshField, welshQuestion } from "./welsh-fields.ts";

export interface EditorPageProps {
  readonly frame: DraftFrame;
  /** The question as it is shown beside the form. */
  readonly question: AnyQuestion;
  /** Where it stands; nowhere yet, where it is new. */
  readonly held?: HeldQuestion;
  /** Where it stands, or the list that it goes into. */
  readonly place: string;
  /** Where the form goes. */
  readonly action: string;
  /** What the fields say. */
  readonly typed: Shown;
  /** What they said when the page was first shown. */
  readonly seen: Shown;
  readonly welsh?: readonly WelshField[];
  /** Whether the preview speaks Welsh. */
  readonly inWelsh?: boolean;
  readonly faults?: Faults;
}

/** Everything that can be said of a question, beside how people will see it. */
export function EditorPage(props: EditorPageProps) {
  const { frame, question, held, action, faults = {}, seen } = props;
  const to = questionAddresses(frame.here);
  const title = held ? "Change a question" : "Add a question";
  const kind = questionTypes[question.type];
  return (
    <DraftPage
      frame={frame}
      title={title}
      way={[{ content: "Questions", href: to.list }]}
      faults={faults}
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <p class="govuk-body">
            {kind.title}. {kind.text}
          </p>
          <form
            method="post"
            action={action}
            novalidate
            data-live-preview="preview"
            data-autosave={held ? "yes" : undefined}
          >
            <Seen frame={frame} />
            <EnterButton />
            {[...seen].map(([field, value]) => (
              <Was field={field} value={value} />
            ))}
            <Words {...props} />
            <WelshSwitch {...props} />
            {held && <Autosave frame={frame} />}
            <div class="govuk-button-group">
              <Button>{held ? "Save" : "Add this question"}</Button>
              <Button classes="govuk-button--secondary" name="show" value="preview">
                Show preview
              </Button>
              <a class="govuk-link" href={to.list}>
                Back to all questions
              </a>
            </div>
          </form>
        </div>
        <div class="govuk-grid-column-one-half" id="preview">
          <EditorPreview {...props} />
        </div>
      </div>
      <script type="module" src={frame.look.assets.livePreview}></script>
    </DraftPage>
  );
}

/** The question as it would be seen, in the language that was chosen. */
export function EditorPreview(props: EditorPageProps) {
  const { frame, question, held, inWelsh = false, welsh = [], typed } = props;
  const { definition } = frame.draft;
  if (!inWelsh || !hasWelsh(definition)) {
    return <Preview question={question} definition={definition} />;
  }
  const where = { question, ...(held?.group && { group: held.group }) };
  const shown = welshQuestion(definition, where, { welsh, typed });
  return <Preview {...shown} definition={definition} language="cy" />;
}

function WelshSwitch({ frame, inWelsh = false }: EditorPageProps) {
  if (!hasWelsh(frame.draft.definition)) return null;
  return (
    <Checkboxes
      name="previewIn"
      classes="govuk-checkboxes--small"
      items={[{ value: "cy", content: "Show the preview in Welsh" }]}
      values={[inWelsh ? "cy" : ""]}
    />
  );
}

function Words(props: EditorPageProps) {
  const { question, held, typed, faults = {} } = props;
  const isBounded = settingsFor(settings.bounds, question.type).length > 0;
  return (
    <>
      <Fields {...props} list={settings.words} />
      {!held && question.type === "group" && (
        <Input
          name="first"
          label={{ content: "The first question of each", classes: "govuk-label--s" }}
          hint="It takes a short answer. You can change it and add more afterwards."
          value={typed.get("first") ?? ""}
          errorMessage={faults.first}
        />
      )}
      {isBounded && (
        <Section title="What the answer may be">
          <Fields {...props} list={settings.bounds} />
        </Section>
      )}
      <Section title="Who is asked, and why">
        <Fields {...props} list={settings.asking} />
        {held && <NewConditionButton />}
      </Section>
      {settingsFor(settings.errors, props.question.type).length > 0 && (
        <Section title="What people read after a mistake">
          <p class="govuk-hint">Where you leave one empty, we say a general sentence.</p>
          <Fields {...props} list={settings.errors} />
        </Section>
      )}
      <Welsh {...props} />
    </>
  );
}

function Section({ title, children }: { title: string; children: Child }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </>
  );
}

function Fields({ list, ...props }: EditorPageProps & { list: readonly Setting[] }) {
  const { frame, question, typed, faults = {} } = props;
  const { definition } = frame.draft;
  const sources = sourcesBefore(definition, props.place);
  return (
    <>
      {settingsFor(list, question.type).map((setting) => (
        <SettingField
          setting={setting}
          value={typed.get(setting.field) ?? ""}
          faults={faults}
          conditions={definition.form.conditions}
          sources={sources}
        />
      ))}
    </>
  );
}

/** The same texts in Welsh, each under its English. */
function Welsh({ frame, welsh = [], typed, faults = {} }: EditorPageProps) {
  if (welsh.length === 0) return null;
  const isThere = welsh.some(({ field }) => typed.get(field));
  return (
    <Details summary="In Welsh" open={isThere}>
      {welsh.map((one) => (
        <Input
          name={one.field}
          label={{ content: `${one.label} in Welsh`, classes: "govuk-label--s" }}
          hint={
            isOld(frame.draft.definition, one)
              ? `The English has changed since. It says now: ${one.of}`
              : one.of
          }
          value={typed.get(one.field) ?? ""}
          errorMessage={faults[one.field]}
          attributes={{ lang: "cy" }}
        />
      ))}
    </Details>
  );
}
