import { Button, InsetText } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Autosave, DraftPage, Seen } from "../ground/draft-page.tsx";
import type { Entered } from "../ground/part-fields.tsx";
import { WelshField } from "./welsh-field.tsx";
import { englishField, type WelshText } from "./welsh-texts.ts";

export interface WelshPageProps {
  readonly frame: DraftFrame;
  /** Whether all texts are shown, or those that are left to do. */
  readonly showsAll: boolean;
  readonly texts: readonly WelshText[];
  /** The texts that are left to do, on this page and after it. */
  readonly left: number;
  /** Where the texts after these are. */
  readonly next: string | undefined;
  readonly entered: Entered;
  readonly faults: Faults;
}

/** The texts of a service beside their Welsh, some at a time. */
export function WelshPage(props: WelshPageProps) {
  const { frame, showsAll, texts, left, next, faults } = props;
  const { here } = frame;
  return (
    <DraftPage
      frame={frame}
      title="In Welsh"
      way={[{ content: "Look and languages", href: here.look }]}
      faults={faults}
    >
      <p class="govuk-body">
        The service is offered in Welsh from when its name is translated. What is not in Welsh yet,
        or is old, is shown in English.
      </p>
      <p class="govuk-body">
        {left === 0 ? "Nothing is left to translate." : `Left to translate: ${left}.`}{" "}
        <a class="govuk-link" href={showsAll ? here.welsh : `${here.welsh}?show=all`}>
          {showsAll ? "Show what is left" : "Show all texts"}
        </a>
      </p>
      {texts.length === 0 ? <InsetText>Everything is in Welsh.</InsetText> : <Texts {...props} />}
      {next !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={next} rel="next">
            Skip to the next texts
          </a>
        </p>
      )}
    </DraftPage>
  );
}

function Texts({ frame, showsAll, texts, entered, faults }: WelshPageProps) {
  return (
    <form method="post" action={frame.here.welsh} novalidate data-autosave>
      <Seen frame={frame} />
      <input type="hidden" name="show" value={showsAll ? "all" : "left"} />
      {texts.map((text) => (
        <div class="builder-pair">
          <div>
            <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">English</p>
            <p class="govuk-body builder-lines">{text.english}</p>
            <input type="hidden" name={englishField(text.path)} value={text.english} />
          </div>
          <div>
            <WelshField text={text} label={nameOf(text)} entered={entered} faults={faults} />
          </div>
        </div>
      ))}
      <Autosave frame={frame} />
      <Button preventDoubleClick>Save and show what is left</Button>
    </form>
  );
}

/** What a text is called above its field: its own first words. */
function nameOf({ english }: WelshText): string {
  const words = english.replaceAll(/\s+/g, " ");
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
