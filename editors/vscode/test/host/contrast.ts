/**
 * For a webview: the texts within an element whose contrast with their background is less than the second argument, by the
 * formula of the Web Content Accessibility Guidelines. The function is carried over as text, so it uses nothing from outside.
 */
function faint(within: Element, least: number): string[] {
  type Colour = [number, number, number, number];

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

  /** A colour, however it is written, with its opacity from 0 to 1. */
  function read(colour: string): Colour {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!, alpha! / 255];
  }

  function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
    const mix = (above: number, under: number) => above * alpha + under * (1 - alpha);
    return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
  }

  function background(element: Element | null): Colour {
    if (element === null) {
      return [255, 255, 255, 1];
    }
    const own = read(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, background(element.parentElement));
  }

  function opacity(element: Element | null): number {
    return element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement);
  }

  function luminance(colour: Colour): number {
    const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  }

  function contrast(element: Element, pseudo?: string): number {
    const behind = background(element);
    const [red, green, blue, alpha] = read(getComputedStyle(element, pseudo).color);
    const [dark, light] = [luminance(behind), luminance(over([red, green, blue, alpha * opacity(element)], behind))].sort((one, other) => one - other);
    return (light! + 0.05) / (dark! + 0.05);
  }

  const found: string[] = [];
  const note = (what: string, ratio: number) => ratio < least && found.push(`${what}: ${ratio.toFixed(2)}`);
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement!;
    const text = texts.currentNode.textContent!.trim();
    if (text !== '') {
      note(`${element.tagName.toLowerCase()}.${element.className} “${text.slice(0, 40)}”`, contrast(element));
    }
  }
  for (const finding of within.querySelectorAll('.finding')) {
    note(`the name ${finding.getAttribute('data-rule')}`, contrast(finding, '::before'));
  }
  return found;
}

/** The same as an expression about `element`. */
export function faintTexts(least: number): string {
  return `(${faint})(element, ${least})`;
}
