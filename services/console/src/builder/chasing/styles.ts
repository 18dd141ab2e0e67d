/** The pictures of how often people look, in the colours of the page. */
export const chasingStyles = `
.console-days{display:flex;flex-wrap:wrap;gap:0 20px;align-items:end}
.console-bars{display:block;margin-bottom:20px;font-size:16px}
.console-bars text{fill:var(--govuk-text-colour)}
.console-bars .console-bar-views{fill:var(--govuk-link-colour)}
.console-bars .console-bar-contacts{fill:var(--govuk-body-background-colour);stroke:var(--govuk-text-colour);stroke-width:2}
.console-bars line{stroke:var(--govuk-text-colour)}
@media (forced-colors:active){.console-bars text{fill:CanvasText}.console-bars .console-bar-views{fill:Highlight}
.console-bars .console-bar-contacts{fill:Canvas;stroke:CanvasText}.console-bars line{stroke:CanvasText}}
`;
