export { invalidIn } from "@guildhall/ui/testing";

/** The words of an element's text, as a reader sees them. */
export function textOf(html: string, selector: RegExp): string[] {
  return [...html.matchAll(selector)].map(([, inner = ""]) =>
    inner
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&")
      .trim(),
  );
}

export function titleOf(html: string): string {
  return textOf(html, /<title>(.*?)<\/title>/g)[0] ?? "";
}

export function headingOf(html: string): string {
  return textOf(html, /<h1[^>]*>(.*?)<\/h1>/gs)[0] ?? "";
}

/** The faults in the summary, each with the field it leads to. */
export function summaryOf(html: string): string[] {
  const [list = ""] = /govuk-error-summary__list">.*?<\/ul>/s.exec(html) ?? [];
  return [...list.matchAll(/<li>(?:<a href="(#[^"]*)">)?(.*?)(?:<\/a>)?<\/li>/gs)].map(
    ([, href = "", words = ""]) => `${href} ${words}`.trim(),
  );
}
