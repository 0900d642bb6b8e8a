/** What draws. Nothing that runs, animates, embeds, links or styles from elsewhere. */
export const SVG_ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image switch marker ' +
    'linearGradient radialGradient stop pattern clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite ' +
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'id class viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points transform pathLength dx dy rotate ' +
    'textLength lengthAdjust startOffset method spacing side xml:space xml:lang lang style ' +
    'fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-opacity stroke-width color opacity display visibility overflow clip clip-path clip-rule mask filter ' +
    'paint-order shape-rendering text-rendering image-rendering color-interpolation color-interpolation-filters vector-effect ' +
    'font-family font-size font-size-adjust font-stretch font-style font-variant font-weight text-anchor text-decoration ' +
    'dominant-baseline alignment-baseline baseline-shift letter-spacing word-spacing writing-mode direction unicode-bidi ' +
    'offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform ' +
    'clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient marker-start marker-mid marker-end ' +
    'filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 ' +
    'order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant ' +
    'specularExponent scale xChannelSelector yChannelSelector azimuth elevation limitingConeAngle z pointsAtX pointsAtY pointsAtZ ' +
    'flood-color flood-opacity lighting-color stdDeviation radius baseFrequency numOctaves seed stitchTiles'
  ).split(' '),
);

/** In a page names are written in any case. */
const SPELLED = new Map([...ATTRIBUTES].map((name) => [name.toLowerCase(), name]));

const LINKS = new Set(['href', 'xlink:href']);
/** A place in the drawing itself. */
const OWN_PLACE = /^#[^\s"'<>]+$/;
const OWN_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i;
const MAY_REACH_OUT = /@|\\|&|\/\*|url\s*\(|image\s*\(|image-set\s*\(|src\s*\(|expression|javascript:|data:/i;
const OWN_URL = /url\(\s*(["']?)#[^\s"'()<>\\]+\1\s*\)/gi;

/** An attribute as it is written again; null when it is left out. */
export function svgAttribute(element: string, name: string, value: string): string | null {
  if (LINKS.has(name)) {
    const isOwn = element === 'image' ? OWN_PICTURE.test(value) : element !== 'svg' && OWN_PLACE.test(value.trim());
    return isOwn ? written(name, value.trim()) : null;
  }
  const known = ATTRIBUTES.has(name) ? name : SPELLED.get(name);
  return known === undefined || MAY_REACH_OUT.test(value.replace(OWN_URL, '')) ? null : written(known, value);
}

/** Rules for the looks of its parts; null when they may reach out of the drawing. */
export const svgStyle = (css: string): string | null =>
  css.includes('<') || MAY_REACH_OUT.test(css.replace(CSS_COMMENT, '').replace(OWN_URL, ''))
    ? null
    : `<style>${css.replace(CSS_COMMENT, '').replaceAll('>', '&#62;')}</style>`;

const CSS_COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;

const written = (name: string, value: string): string =>
  `${name}="${value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;
