package io.github.usher.demo;

class JavaScriptOffIT extends BookingSuite {
    JavaScriptOffIT(TomcatDemo demo) {
        super(demo, false);
    }
}
