//! Compiles the parser and the scanner of the tree-sitter grammar.

fn main() {
    let source = std::path::Path::new("tree-sitter-resolution/src");
    cc::Build::new()
        .std("c11")
        .include(source)
        .warnings(true)
        .flag_if_supported("-Wno-unused-parameter")
        .files([source.join("parser.c"), source.join("scanner.c")])
        .compile("tree-sitter-resolution");
    println!("cargo:rerun-if-changed={}", source.display());
}
