import { Paragraphs } from "@guildhall/ui";
import { speechHere } from "./speech.ts";

/** A text of a service, marked as English where it is that on a Welsh page. */
export function Text({ children }: { readonly children: string }) {
  return speechHere().untranslated.has(children) ? <span lang="en">{children}</span> : children;
}

/** The same of paragraphs that a council wrote. */
export function Written({ text }: { readonly text: string }) {
  const isEnglish = speechHere().untranslated.has(text);
  return isEnglish ? (
    <div lang="en">
      <Paragraphs text={text} />
    </div>
  ) : (
    <Paragraphs text={text} />
  );
}

/** The same of a hint, where there is one. */
export function hintOf(text: string | undefined) {
  return text === undefined ? undefined : <Text>{text}</Text>;
}
