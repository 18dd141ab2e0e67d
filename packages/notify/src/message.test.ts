import { type MessageParts, messageContent, renderMessage } from "./message.ts";
import { MessageFault } from "./words.ts";

const parts: MessageParts = {
  brand: {
    name: "Cambridge City Council",
    colours: { brand: "#00698f", link: "#00698f", linkHover: "#003a50" },
    contact: { telephone: "01223 457000", openingHours: "Monday to Friday, 9am to 5pm" },
  },
  words: {
    subject: "We have your report ((reference))",
    text: "Dear ((name)),\n\nThank you for your report.\nWe will look into it.",
  },
  facts: {
    reference: "CAM-2V4K-7XQP",
    status: "Received",
    next: "We will look at it within 5 working days.",
    name: "Ada",
  },
  action: { label: "Follow your request", url: "https://example.org/track?key=abc&x=1" },
};
const render = (facts: Record<string, string>, words = parts.words) =>
  renderMessage({ ...parts, words, facts: { ...parts.facts, ...facts } });

describe("a message", () => {
  it("has what changed as its subject, its title and its heading", () => {
    const { subject, html, text } = renderMessage(parts);
    expect(subject).toBe("We have your report CAM-2V4K-7XQP");
    expect(html).toContain("<title>We have your report CAM-2V4K-7XQP</title>");
    expect(html).toMatch(/<h1 [^>]*>We have your report CAM-2V4K-7XQP<\/h1>/);
    expect(text).toContain("We have your report CAM-2V4K-7XQP\n");
  });

  it("says the same in plain text", () => {
    expect(renderMessage(parts).text).toBe(
      [
        "Cambridge City Council",
        "We have your report CAM-2V4K-7XQP",
        "Dear Ada,",
        "Thank you for your report.\nWe will look into it.",
        "Reference: CAM-2V4K-7XQP\nStatus now: Received\nWhat happens next: We will look at it within 5 working days.",
        "Follow your request https://example.org/track?key=abc&x=1",
        "----------------------------------------",
        "Cambridge City Council sent you this email because of a request made to it.\nReplies to this email are not read.",
        "Telephone: 01223 457000\nOpening hours: Monday to Friday, 9am to 5pm",
      ].join("\n\n"),
    );
  });

  it("is given part by part too, as plain text", () => {
    expect(messageContent(parts)).toMatchObject({
      brandName: "Cambridge City Council",
      heading: "We have your report CAM-2V4K-7XQP",
      paragraphs: ["Dear Ada,", "Thank you for your report.\nWe will look into it."],
      action: { label: "Follow your request" },
    });
  });

  it("has its details as a table with headings, and only those that there are", () => {
    const { html } = render({ next: " " });
    expect(html).toMatch(/<th scope="row"[^>]*>Status now:<\/th> <td[^>]*>Received<\/td>/);
    expect(html).not.toContain("What happens next");
    expect(
      renderMessage({ ...parts, facts: { name: "Ada" }, words: { subject: "x", text: "y" } }).html,
    ).not.toContain("<th");
  });

  it("can be read by assistive technology, in the dark, and in the council's colours", () => {
    const { html } = renderMessage(parts);
    expect(html).toMatch(/<html[^>]* lang="en-GB"/);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain("prefers-color-scheme:dark");
    expect(html).toContain("background-color:#00698f");
    const layoutTables = [...html.matchAll(/<table[^>]*>/g)].map(([tag]) => tag);
    expect(layoutTables.filter((tag) => !tag.includes('role="presentation"'))).toHaveLength(1);
  });

  it("writes dark letters on a light brand", () => {
    const colours = { ...parts.brand.colours, brand: "#ffdd00" };
    const { html } = renderMessage({ ...parts, brand: { ...parts.brand, colours } });
    expect(html).toMatch(/background-color:#ffdd00;color:#000000/);
  });

  it("leaves nothing unfilled, and stays small enough for every mail client", () => {
    const { html, text } = render({}, { subject: "x".repeat(200), text: "word ".repeat(800) });
    expect(`${html}${text}`).not.toMatch(/\{\{|undefined/);
    expect(html.length).toBeLessThan(20_000);
  });

  it("links to the one place it was given", () => {
    const { html } = renderMessage(parts);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      "https://example.org/track?key=abc&#38;x=1",
    ]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "mailto:a@example.org"])(
    "does not link to %s",
    (url) => {
      expect(() => renderMessage({ ...parts, action: { label: "x", url } })).toThrow(
        "not a web address",
      );
    },
  );

  it("cannot be made with a word that nothing stands for", () => {
    expect(() => render({}, { subject: "x", text: "Dear ((nmae))" })).toThrow(MessageFault);
    expect(() => render({}, { subject: "((nmae))", text: "x" })).toThrow("((nmae))");
  });
});

describe("what a citizen wrote", () => {
  const hostile = `<img src=x onerror="alert(1)"> ((status)) {{brandName}} {{content}} $& O'Neil`;

  it("is shown as text in HTML, and expanded nowhere", () => {
    const { html, text } = render({ name: hostile });
    expect(html).toContain(
      "Dear &#60;img src=x onerror=&#34;alert(1)&#34;&#62; ((status)) {{brandName}} {{content}} $&#38; O&#39;Neil,",
    );
    expect(html).not.toContain("<img");
    expect(text).toContain(`Dear ${hostile},`);
  });

  it("is shown as text in the heading and in the details too", () => {
    const words = { subject: "About ((name))", text: "x" };
    const { html } = render({ name: hostile, status: hostile }, words);
    expect(html).not.toContain("<img");
    expect(html.match(/&#60;img/g)).toHaveLength(3);
  });

  it("cannot begin a header from the subject", () => {
    const words = { subject: "About ((name))", text: "x" };
    expect(render({ name: "x\r\nBcc: all@example.org" }, words).subject).toBe(
      "About x Bcc: all@example.org",
    );
  });

  it("cannot make a subject without end, nor one that is cut inside a character", () => {
    const { subject } = render({ name: "🐕".repeat(4000) }, { subject: "((name))", text: "x" });
    expect([...subject]).toHaveLength(200);
    expect(subject.isWellFormed()).toBe(true);
    expect(subject.endsWith("🐕…")).toBe(true);
  });

  it("keeps its lines and its paragraphs", () => {
    const { html, text } = render(
      { note: "one\ntwo\n\nthree" },
      { subject: "x", text: "((note))" },
    );
    expect(html).toMatch(/>one<br\/>two<\/p><p [^>]*>three<\/p>/);
    expect(text).toContain("one\ntwo\n\nthree\n\n");
  });
});
