/** Pictures of two numbers for each of several things, in the colours of the page. */
export const chasingStyles = `
.console-days{display:flex;flex-wrap:wrap;gap:0 20px;align-items:end}
.console-bar-lines{display:block;margin-bottom:20px;font-size:16px}
.console-bar-lines text{fill:var(--govuk-text-colour)}
.console-bar-lines .console-bar-full{fill:var(--govuk-link-colour)}
.console-bar-lines .console-bar-empty{fill:var(--govuk-body-background-colour);stroke:var(--govuk-text-colour);stroke-width:2}
.console-bar-lines line{stroke:var(--govuk-text-colour)}
@media (forced-colors:active){.console-bar-lines text{fill:CanvasText}.console-bar-lines .console-bar-full{fill:Highlight}
.console-bar-lines .console-bar-empty{fill:Canvas;stroke:CanvasText}.console-bar-lines line{stroke:CanvasText}}
`;
