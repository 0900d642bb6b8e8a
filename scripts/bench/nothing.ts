// What starting Node costs before it does anything: the baseline of every start.
console.log('null');
