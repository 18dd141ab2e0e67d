import { type ComponentWords, componentWordsHere } from "../component-words.ts";
import { type Common, join, type Optional } from "../parts.ts";
import { Hint } from "./hint.tsx";
import { Textarea, type TextareaProps } from "./textarea.tsx";
import { type Plurals, translations } from "./translations.ts";

export type CharacterCountProps = TextareaProps &
  Optional<{
    maxlength: number | string;
    maxwords: number | string;
    /** The share of the limit, in per cent, from which the count is shown. */
    threshold: number | string;
    countType: string;
    countMessage: Common;
    /** Says the limit where no script runs; `%{count}` stands for it. */
    textareaDescriptionText: string;
    charactersUnderLimitText: Plurals;
    charactersAtLimitText: string;
    charactersOverLimitText: Plurals;
    wordsUnderLimitText: Plurals;
    wordsAtLimitText: string;
    wordsOverLimitText: Plurals;
  }>;

/** A text area that counts down to its limit. More can be typed, so that nothing pasted is cut. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name;
  const { formGroup } = props;
  const words = componentWordsHere();
  const message = join("govuk-character-count__message", props.countMessage?.classes);
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={join("govuk-js-character-count", props.classes)}
      formGroup={{
        ...formGroup,
        classes: join("govuk-character-count", formGroup?.classes),
        attributes: { ...settings(props, words), ...formGroup?.attributes },
        after: (
          <>
            <Hint id={`${id}-info`} classes={message}>
              {limit(props, words)}
            </Hint>
            {formGroup?.after}
          </>
        ),
      }}
    />
  );
}

/** The sentence that says the limit; none where a script is to set it. */
function limit(props: CharacterCountProps, words: ComponentWords): string | undefined {
  const most = props.maxwords || props.maxlength;
  if (!most) return undefined;
  const ours =
    unitOf(props) === "words" ? "You can enter up to %{count} words" : words.characterLimit;
  const sentence = props.textareaDescriptionText || ours;
  return sentence.replaceAll("%{count}", String(most));
}

function settings(props: CharacterCountProps, words: ComponentWords) {
  const unlimited = !props.maxwords && !props.maxlength;
  const description = unlimited ? props.textareaDescriptionText : undefined;
  return {
    "data-module": "govuk-character-count",
    "data-maxlength": props.maxlength,
    "data-maxwords": props.maxwords,
    "data-threshold": props.threshold,
    "data-count-type": unitOf(props),
    ...translations({
      "textarea-description": description ? { other: description } : undefined,
      "characters-under-limit": props.charactersUnderLimitText ?? words.charactersLeft,
      "characters-at-limit": props.charactersAtLimitText ?? words.noCharactersLeft,
      "characters-over-limit": props.charactersOverLimitText ?? words.charactersOver,
      "words-under-limit": props.wordsUnderLimitText,
      "words-at-limit": props.wordsAtLimitText,
      "words-over-limit": props.wordsOverLimitText,
    }),
  };
}

function unitOf(props: CharacterCountProps): string | undefined {
  return props.countType || (props.maxwords ? "words" : undefined);
}
