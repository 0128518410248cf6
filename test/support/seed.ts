import fc from "fast-check";

// The same values in every run: a law that fails, fails for everybody, and a green main stays green.
fc.configureGlobal({ seed: 20_261_121 });
