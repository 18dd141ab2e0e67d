import fc from "fast-check";
import type { Child } from "hono/jsx";
import { parseDocument } from "htmlparser2";
import * as ui from "./index.ts";

fc.configureGlobal({ seed: 20_261_122 });

const evil = fc.stringMatching(/^["'<>&/= a-z()[\]\n`{}]{0,40}$/);

/** Every place that takes words, each filled with the same ones. */
function everywhere(words: string): Child {
  const help = { hint: words, errorMessage: words };
  const items = [{ value: words, content: words, hint: words, conditional: words }];
  return (
    <>
      <ui.Input name="a" label={words} {...help} value={words} prefix={words} suffix={words} />
      <ui.CharacterCount
        name="b"
        label={words}
        {...help}
        value={words}
        maxlength={9}
        textareaDescriptionText={words}
      />
      <ui.Radios name="c" fieldset={{ legend: words }} {...help} items={items} value={words} />
      <ui.Checkboxes
        name="d"
        fieldset={{ legend: words }}
        {...help}
        items={items}
        values={[words]}
      />
      <ui.Select
        name="e"
        label={words}
        {...help}
        items={[{ value: words, content: words }]}
        value={words}
      />
      <ui.DateInput id="f" fieldset={{ legend: words }} {...help} values={{ day: words }} />
      <ui.FileUpload name="g" label={words} {...help} javascript dropInstructionText={words} />
      <ui.ErrorSummary
        title={words}
        description={words}
        errorList={[{ href: "#a", content: words }]}
      />
      <ui.SummaryList card={{ title: words }} rows={[{ key: words, value: words }]} />
      <ui.Timeline
        entries={[{ title: words, at: "2026-11-22T10:00:00Z", by: words, text: words }]}
      />
      <ui.NotificationBanner title={words}>{words}</ui.NotificationBanner>
      <ui.Panel title={words}>{words}</ui.Panel>
      <ui.Table caption={words} rows={[[{ content: words }]]} />
      <ui.Paragraphs text={words} />
      <ui.Details summary={words}>{words}</ui.Details>
      <ui.Button value={words}>{words}</ui.Button>
    </>
  );
}

it("lets no text become an element or an attribute, whatever it says and wherever it stands", () => {
  const plain = new Set(shape("plain"));

  fc.assert(
    fc.property(evil, (words) => {
      expect(shape(words).filter((part) => !plain.has(part))).toEqual([]);
    }),
  );
});

it("keeps what was typed into a text area, down to the newline it begins with", () => {
  fc.assert(
    fc.property(evil, (words) => {
      const html = String(<ui.Textarea name="a" value={words} />);
      // A parser of a browser drops one newline after the tag.
      const raw = /<textarea[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
      const [text] = parseDocument(raw.replace(/^\n/, "")).children;

      expect(text && "data" in text ? text.data : "").toBe(words);
    }),
  );
});

/** The elements and the names of their attributes. */
function shape(words: string): string[] {
  const parts: string[] = [];
  const visit = (nodes: ReturnType<typeof parseDocument>["children"]) => {
    for (const node of nodes) {
      if (!("attribs" in node)) continue;
      parts.push(node.name, ...Object.keys(node.attribs).map((name) => `${node.name} ${name}`));
      visit(node.children as typeof nodes);
    }
  };
  visit(parseDocument(String(everywhere(words))).children);
  return parts;
}
