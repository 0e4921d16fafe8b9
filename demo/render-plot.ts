const COLOURS = ['#4269d0', '#efb118', '#ff725c', '#6cc5b0', '#3ca951', '#ff8ab7', '#a463f2', '#97bbf5'] as const;

type Bar = Readonly<{ label: string; from: number; to: number }>;

/** A drawing for the two kinds of Mermaid diagram that a report has; the source for any other. */
export function renderPlot(source: string): string {
  const title = /title (.*)/.exec(source)?.[1] ?? '';
  if (source.startsWith('pie')) return figure(title, share(source));
  if (source.startsWith('gantt')) return figure(title, timeline(source));
  return `<pre><code>${escape(source)}</code></pre>`;
}

function share(source: string): string {
  const parts = [...source.matchAll(/"([^"]*)" : (\d+)/g)].map(([, label = '', value = '0']) => ({
    label,
    value: Number(value),
  }));
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  let before = 0;
  const arcs = parts.map((part, index) => {
    const dash = `${(part.value / total) * 100} 100`;
    const offset = -(before / total) * 100;
    before += part.value;
    return `<circle cx="80" cy="80" r="39.8" pathLength="100" fill="none" stroke="${colour(index)}" stroke-width="79" stroke-dasharray="${dash}" stroke-dashoffset="${offset}" transform="rotate(-90 80 80)"/>`;
  });
  const legend = parts.map((part, index) => {
    const y = 20 + index * 22;
    const percent = Math.round((part.value / total) * 100);
    return `<rect x="190" y="${y - 10}" width="12" height="12" fill="${colour(index)}"/><text x="210" y="${y}" fill="currentColor">${escape(part.label)}: ${part.value} (${percent} %)</text>`;
  });
  return svg(Math.max(165, parts.length * 22 + 10), [...arcs, ...legend]);
}

function timeline(source: string): string {
  const bars: readonly Bar[] = [...source.matchAll(/section (.*)\n\s*(.*?) :.*, (\d+), (\d+)/g)].map(
    ([, section = '', label = '', from = '0', to = '0']) => ({
      label: `${section}: ${label}`,
      from: Number(from),
      to: Number(to),
    }),
  );
  const end = Math.max(1, ...bars.map((bar) => bar.to));
  const drawn = bars.map((bar, index) => {
    const x = 170 + (bar.from / end) * 360;
    const width = Math.max(2, ((bar.to - bar.from) / end) * 360);
    const y = index * 26 + 6;
    return `<text x="0" y="${y + 14}" fill="currentColor">${escape(bar.label)}</text><rect x="${x}" y="${y}" width="${width}" height="18" rx="3" fill="${colour(index)}"/><text x="${Math.min(x + width + 4, 545)}" y="${y + 14}" fill="currentColor">${bar.to - bar.from} s</text>`;
  });
  return svg(bars.length * 26 + 10, drawn);
}

function figure(title: string, drawing: string): string {
  return `<figure class="plot"><figcaption>${escape(title)}</figcaption>${drawing}</figure>`;
}

function svg(height: number, parts: readonly string[]): string {
  return `<svg viewBox="0 0 600 ${height}" width="600" height="${height}" role="img">${parts.join('')}</svg>`;
}

function colour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? COLOURS[0];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
