package io.github.usher.demo;

class JavaScriptOnIT extends BookingSuite {
    JavaScriptOnIT(TomcatDemo demo) {
        super(demo, true);
    }
}
