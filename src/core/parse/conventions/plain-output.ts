// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour what they print
const COLOURS = /\u001b\[[0-9;]*m/g

/** An output as text, without a terminal's colours and carriage returns. */
export function plainOutput(output: string): string {
  return output.replace(COLOURS, '').replaceAll('\r', '')
}
