//! Compiles the parser and the scanner of the tree-sitter grammar.

fn main() {
    let source = std::path::Path::new("tree-sitter-resolution/src");
    cc::Build::new()
        .std("c11")
        .include(source)
        // What is generated sets variables that it does not use.
        .warnings(false)
        // Tests parse a thousand documents.
        .opt_level(2)
        .files([source.join("parser.c"), source.join("scanner.c")])
        .compile("tree-sitter-resolution");
    println!("cargo:rerun-if-changed={}", source.display());
}
