import type { Guide } from "./guides.ts";
import { Markdown } from "./markdown.tsx";
import { DocsPage, type PageProps } from "./page.tsx";

type Place = Pick<PageProps, "docs" | "developers" | "tenant">;

/** The guides, each with what it is for. */
export function GuidesPage({ guides, ...place }: Place & { guides: readonly Guide[] }) {
  return (
    <DocsPage title="Guides" {...place}>
      <h1>Guides</h1>
      {guides.map(({ name, title, summary }) => (
        <>
          <h2>
            <a href={`${place.docs}guides/${name}`}>{title}</a>
          </h2>
          <Markdown text={summary} linkTo={linkFrom("")} />
        </>
      ))}
    </DocsPage>
  );
}

export interface Addresses {
  /** The tenant's id, as its addresses have it. */
  readonly id: string;
  readonly publicUrl: string;
}

/** A guide with the addresses of the tenant in the place of those that it is written with. */
export function GuidePage({
  guide,
  addresses: { id, publicUrl },
  ...place
}: Place & { guide: Guide; addresses: Addresses }) {
  const text = guide.markdown
    .replaceAll(/http:\/\/localhost:3000|https:\/\/services\.example\.gov\.uk/g, publicUrl)
    .replaceAll("cambridge-city", id);
  return (
    <DocsPage title={guide.title} {...place}>
      <Markdown text={text} linkTo={linkFrom(publicUrl)} />
    </DocsPage>
  );
}

/** Guides and problems are pages here; what else a guide links to is in the repository only. */
function linkFrom(publicUrl: string) {
  return (target: string): string | undefined => {
    if (/^(?:https?:|#)/.test(target)) return target;
    const [, problem] = /^\.\.\/problems\/([a-z-]+)\.md$/.exec(target) ?? [];
    if (problem !== undefined) return `${publicUrl}/problems/${problem}`;
    const [, guide] = /^([a-z0-9-]+)\.md(?:#.*)?$/.exec(target) ?? [];
    return guide;
  };
}
