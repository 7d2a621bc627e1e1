// Numbers, tables and sections of the report.

/** A number in three digits or so. */
export const number = (value) => {
  if (value === undefined || value === null) return '–';
  if (value !== 0 && value < 0.1) return value.toPrecision(1);
  const text = value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
  return Number(text).toLocaleString('en', { maximumFractionDigits: 2 });
};

export const whole = (value) => Math.floor(value + 0.5).toLocaleString('en');

/** Median and range. */
export const spread = ({ median, min, max }) =>
  `${number(median)} (${number(min)} to ${number(max)})`;

const cell = (text) => String(text).replaceAll('|', '\\|');

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');

export const section = (title, ...parts) => [`## ${title}`, ...parts].join('\n\n');

export const code = (text) => `\`${text}\``;

/** How many were wrong of how many: rates of few and of many are not of one kind. */
export const wrongOf = ({ wrong, checked }) => {
  if (checked === undefined || checked === 0) return '–';
  return wrong === 0 ? `0 of ${whole(checked)}` : `**${whole(wrong)}** of ${whole(checked)}`;
};
